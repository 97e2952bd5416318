// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {HolderClass, Position, Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract StakeVotedTest is GovernedTest {
    using Math for uint256;

    uint256 private constant CAP = 50_000e18;
    uint256 private constant FOUNDED_SUPPLY = 200_000e18;
    uint256 private constant ANY_SUPPLY = type(uint256).max;
    uint256 private constant MAX_RATE = 1e20;

    PersonalToken private cleoToken;
    uint256 private termsId;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
        vm.prank(cleo);
        cleoToken.approve(address(network), ANY_SUPPLY);
        termsId = _openTerms(_entryTerms(address(cleoToken), cleo, CAP));
    }

    /// @dev The view and the call revert alike.
    function _expectRevert(uint256 id, address account, uint256 amount, bytes memory reason) private {
        vm.expectRevert(reason);
        network.previewStake(id, account, amount);
        vm.prank(account);
        vm.expectRevert(reason);
        network.stake(id, amount, account, ANY_SUPPLY);
    }

    function _openAtRate(uint256 cap, uint256 rate) private returns (uint256) {
        Terms memory terms = _entryTerms(address(cleoToken), cleo, cap);
        terms.rate = rate;
        return _openTerms(terms);
    }

    function _assertPosition(address account, uint256 staked, uint256 minted) private view {
        Position memory position = network.positionOf(address(cleoToken), account);
        assertEq(position.staked, staked, "position staked");
        assertEq(position.minted, minted, "position minted");
        assertEq(position.returned, 0, "position returned");
    }

    function _assertUsed(uint256 id, uint256 expected) private view {
        (, uint256 used) = network.termsOf(id);
        assertEq(used, expected, "used");
    }

    function test_RevertWhen_ThereAreNoSuchTerms() external {
        uint256 next = network.termsCount();
        _expectRevert(next, cleo, CAP, abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, next));
    }

    function test_RevertWhen_TermsAreExitTerms() external {
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), cleo, CAP));
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.WrongTermsKind.selector, exitId, TermsKind.Exit);
        _expectRevert(exitId, cleo, CAP, reason);
    }

    function test_RevertWhen_TermsAreForSomebodyElse() external {
        bytes4 selector = INetworkAdmission.TermsNotForAccount.selector;
        _expectRevert(termsId, dora, CAP, abi.encodeWithSelector(selector, termsId, cleo, dora));
        _expectRevert(termsId, ada, CAP, abi.encodeWithSelector(selector, termsId, cleo, ada));
    }

    function test_RevertWhen_TermsAreNotOpenYet() external {
        uint256 id = _createTerms(_entryTerms(address(cleoToken), cleo, CAP));
        uint256 opensAt = block.timestamp + OPENING_DELAY;
        vm.warp(opensAt - 1);
        _expectRevert(id, cleo, CAP, abi.encodeWithSelector(INetworkAdmission.TermsNotOpenYet.selector, id, opensAt));
        vm.warp(opensAt);
        vm.prank(cleo);
        assertEq(network.stake(id, CAP, cleo, ANY_SUPPLY), CAP, "in the second at which they open");
    }

    function test_RevertWhen_TermsExpired() external {
        (Terms memory terms,) = network.termsOf(termsId);
        vm.warp(terms.expiry);
        vm.prank(cleo);
        assertEq(network.stake(termsId, 1e18, cleo, ANY_SUPPLY), 1e18, "in the last second");
        vm.warp(terms.expiry + 1);
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.TermsExpired.selector, termsId, terms.expiry);
        _expectRevert(termsId, cleo, 1e18, reason);
    }

    function test_RevertWhen_MoreIsStakedThanIsLeft() external {
        bytes4 selector = INetworkAdmission.TermsOverfilled.selector;
        _expectRevert(termsId, cleo, CAP + 1, abi.encodeWithSelector(selector, termsId, CAP + 1, CAP));
        vm.prank(cleo);
        network.stake(termsId, CAP - 1, cleo, ANY_SUPPLY);
        _expectRevert(termsId, cleo, 2, abi.encodeWithSelector(selector, termsId, 2, 1));
    }

    function test_RevertWhen_MemberTokenWasDilutedBeyondTheTerms() external {
        Terms memory terms = _entryTerms(address(cleoToken), cleo, CAP);
        terms.maxMemberSupply = MILLION + 1;
        uint256 id = _openTerms(terms);
        vm.startPrank(cleo);
        cleoToken.issue(cleo, 1);
        network.stake(id, 1e18, cleo, ANY_SUPPLY);
        cleoToken.issue(cleo, 1);
        vm.stopPrank();
        bytes4 selector = INetworkAdmission.MemberSupplyAboveTerms.selector;
        _expectRevert(id, cleo, 1e18, abi.encodeWithSelector(selector, MILLION + 2, MILLION + 1));
    }

    function testFuzz_RevertWhen_StakeRoundsToZero(uint256 rate, uint256 amount) external {
        rate = bound(rate, 1e18 / CAP + 1, 1e18 - 1);
        amount = bound(amount, 0, (1e18 - 1) / rate);
        uint256 id = _openAtRate(CAP, rate);
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.StakeRoundsToZero.selector, amount, rate);
        _expectRevert(id, cleo, amount, reason);
    }

    function test_RevertWhen_ReceiverIsNotTheCallersOwn() external {
        address[4] memory receivers = [address(0), ada, address(adaToken), address(network)];
        for (uint256 i = 0; i < receivers.length; ++i) {
            vm.prank(cleo);
            vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, receivers[i]));
            network.stake(termsId, CAP, receivers[i], ANY_SUPPLY);
        }
    }

    function test_RevertWhen_NetworkWouldHaveMoreSharesThanAllowed() external {
        uint256 supply = FOUNDED_SUPPLY + CAP;
        vm.startPrank(cleo);
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.NetworkSupplyAboveMaximum.selector, supply, supply - 1)
        );
        network.stake(termsId, CAP, cleo, supply - 1);
        assertEq(network.stake(termsId, CAP, cleo, supply), CAP, "exactly as many may be");
    }

    function test_RevertWhen_TreasuriesWouldHoldMoreThan80Percent() external {
        uint256 rate = 0.1e18;
        uint256 id = _openAtRate(MILLION, rate);
        bytes4 selector = IEquityToken.TreasuriesHoldTooMuch.selector;
        vm.startPrank(cleo);
        vm.expectRevert(abi.encodeWithSelector(selector, 800_000e18 + 1, 800_000e18));
        network.stake(id, 800_000e18 + 1, cleo, ANY_SUPPLY);
        network.stake(id, 800_000e18, cleo, ANY_SUPPLY);
        assertEq(cleoToken.treasuryHeld(), 800_000e18, "exactly 80 % may be");
    }

    function test_RevertWhen_NetworksWouldHoldMoreThan80PercentOfAMemberNetwork() external {
        INetworkToken member = _formWith(cleoToken, cleo, 100_000e18);
        _stake(member, 0, cleoToken, cleo, 100_000e18, cleo);
        uint256 id = _openTerms(_entryTerms(address(member), cleo, 100_000e18));
        bytes4 selector = IEquityToken.TreasuriesHoldTooMuch.selector;
        vm.startPrank(cleo);
        member.approve(address(network), ANY_SUPPLY);
        vm.expectRevert(abi.encodeWithSelector(selector, 80_000e18 + 1, 80_000e18));
        network.stake(id, 80_000e18 + 1, cleo, ANY_SUPPLY);
        network.stake(id, 80_000e18, cleo, ANY_SUPPLY);
        assertEq(member.networksHeld(), 80_000e18, "exactly 80 % may be");
    }

    function testFuzz_Stake_ForTheOwnWallet(uint256 rate, uint256 amount) external {
        rate = bound(rate, 1e18 / CAP + 1, MAX_RATE);
        // Together with the other terms they may double the supply.
        uint256 cap = CAP.min((FOUNDED_SUPPLY - CAP) * 1e18 / rate);
        amount = bound(amount, 1e18 / rate + 1, cap);
        uint256 id = _openAtRate(cap, rate);
        uint256 expected = amount * rate / 1e18;
        assertEq(network.previewStake(id, cleo, amount), expected, "preview");

        vm.expectEmit(address(cleoToken));
        emit IERC20.Transfer(cleo, address(network), amount);
        vm.expectEmit(address(network));
        emit IERC20.Transfer(address(0), cleo, expected);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Staked(id, address(cleoToken), cleo, cleo, amount, expected);
        vm.prank(cleo);
        assertEq(network.stake(id, amount, cleo, FOUNDED_SUPPLY + expected), expected, "exactly the rate, rounded down");

        assertEq(network.balanceOf(cleo), expected, "minted");
        assertEq(network.getVotes(cleo), expected, "and votes with them");
        assertEq(network.totalSupply(), FOUNDED_SUPPLY + expected, "supply");
        assertEq(cleoToken.balanceOf(address(network)), amount, "moved in");
        assertEq(cleoToken.balanceOf(cleo), MILLION - amount, "from the caller");
        _assertPosition(cleo, amount, expected);
        _assertUsed(id, amount);
    }

    function test_Stake_ForTheOwnPersonalToken() external {
        vm.expectEmit(address(network));
        emit IEquityToken.HolderClassified(address(cleoToken), HolderClass.Treasury);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Staked(termsId, address(cleoToken), cleo, address(cleoToken), CAP, CAP);
        vm.prank(cleo);
        network.stake(termsId, CAP, address(cleoToken), ANY_SUPPLY);

        assertEq(network.balanceOf(address(cleoToken)), CAP, "minted into the treasury");
        assertEq(network.balanceOf(cleo), 0, "not to the caller");
        assertEq(network.treasuryHeld(), CAP, "counted");
        assertEq(network.networksHeld(), 0, "by no network");
        _assertPosition(address(cleoToken), CAP, CAP);
        _assertPosition(cleo, 0, 0);
        _assertUsed(termsId, CAP);
    }

    function testFuzz_Stake_InPartsUpToTheCap(uint256 first, uint256 second) external {
        first = bound(first, 1, CAP - 2);
        second = bound(second, 1, CAP - first - 1);
        vm.startPrank(cleo);
        network.stake(termsId, first, cleo, ANY_SUPPLY);
        network.stake(termsId, second, cleo, ANY_SUPPLY);
        _assertUsed(termsId, first + second);
        network.stake(termsId, CAP - first - second, cleo, ANY_SUPPLY);
        vm.stopPrank();
        _assertUsed(termsId, CAP);
        _assertPosition(cleo, CAP, CAP);
        _expectRevert(
            termsId, cleo, 1, abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, termsId, 1, 0)
        );
    }

    function test_Stake_UnderAnyonesTerms() external {
        uint256 id = _openTerms(_entryTerms(address(cleoToken), address(0), CAP));
        vm.prank(cleo);
        assertTrue(cleoToken.transfer(dora, 10_000e18), "sent");
        vm.startPrank(dora);
        cleoToken.approve(address(network), 10_000e18);
        assertEq(network.stake(id, 10_000e18, dora, ANY_SUPPLY), 10_000e18, "a holder");
        vm.stopPrank();
        vm.prank(cleo);
        assertEq(network.stake(id, 40_000e18, cleo, ANY_SUPPLY), 40_000e18, "and the person");
        _assertPosition(dora, 10_000e18, 10_000e18);
        _assertPosition(cleo, 40_000e18, 40_000e18);
        _assertUsed(id, CAP);
        _expectRevert(id, ben, 1, abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, id, 1, 0));
    }

    function test_Stake_UnderSeveralTerms() external {
        uint256 half = _openAtRate(CAP, 0.5e18);
        vm.startPrank(cleo);
        network.stake(termsId, 10_000e18, cleo, ANY_SUPPLY);
        network.stake(half, 20_000e18, cleo, ANY_SUPPLY);
        _assertPosition(cleo, 30_000e18, 20_000e18);
        _assertUsed(termsId, 10_000e18);
        _assertUsed(half, 20_000e18);
    }

    function test_Stake_UnderTermsThatWentThroughAVote() external {
        uint256 id = _admit(_entryTerms(address(cleoToken), cleo, CAP));
        vm.prank(cleo);
        assertEq(network.stake(id, CAP, cleo, ANY_SUPPLY), CAP, "as soon as they open");
        assertEq(network.balanceOf(cleo), CAP, "minted");
    }
}
