// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {Position, Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract UnstakeTest is GovernedTest {
    using Math for uint256;

    uint256 private constant STAKED = 200_000e18;
    uint256 private constant MINTED = 100_000e18;
    uint256 private constant MIN_SUPPLY = 1e15;
    uint256 private constant ANY_SUPPLY = type(uint256).max;

    uint256 private termsId;

    function setUp() public override {
        super.setUp();
        termsId = _openExitTerms(_exitTerms(address(adaToken), ada, STAKED));
    }

    /// @dev The view and the call revert alike.
    function _expectRevert(uint256 id, address account, uint256 amount, bytes memory reason) private {
        vm.expectRevert(reason);
        network.previewUnstake(id, account, amount);
        vm.prank(account);
        vm.expectRevert(reason);
        network.unstake(id, amount);
    }

    function _unstake(uint256 id, uint256 amount) private returns (uint256) {
        vm.prank(ada);
        return network.unstake(id, amount);
    }

    function _openExitAtRate(uint256 rate) private returns (uint256) {
        Terms memory terms = _exitTerms(address(adaToken), ada, STAKED);
        terms.rate = rate;
        return _openExitTerms(terms);
    }

    function _positionTooSmall(address member, address account, uint256 amount, uint256 left)
        private
        pure
        returns (bytes memory)
    {
        return abi.encodeWithSelector(INetworkAdmission.PositionTooSmall.selector, member, account, amount, left);
    }

    /// @dev A network of one founder's, with as many shares as the founder staked.
    function _formSmall(uint256 stake) private {
        network = _formWith(adaToken, ada, stake);
        _stake(network, 0, adaToken, ada, stake, ada);
        vm.startPrank(network.governor());
        termsId = network.createExitTerms(_exitTerms(address(adaToken), ada, stake));
        vm.stopPrank();
        skip(OPENING_DELAY);
    }

    function test_RevertWhen_ThereAreNoSuchTerms() external {
        _expectRevert(3, ada, 1, abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, 3));
    }

    function test_RevertWhen_NothingIsTakenBack() external {
        _expectRevert(termsId, ada, 0, abi.encodeWithSelector(INetworkAdmission.UnstakeOfNothing.selector));
    }

    function test_RevertWhen_TermsAreEntryTerms() external {
        uint256 id = _openTerms(_entryTerms(address(adaToken), ada, STAKED));
        _expectRevert(
            id, ada, 1, abi.encodeWithSelector(INetworkAdmission.WrongTermsKind.selector, id, TermsKind.Entry)
        );
    }

    function test_RevertWhen_TermsAreForSomebodyElse() external {
        bytes4 selector = INetworkAdmission.TermsNotForAccount.selector;
        _expectRevert(termsId, ben, 1, abi.encodeWithSelector(selector, termsId, ada, ben));
        address token = address(adaToken);
        _expectRevert(termsId, token, 1, abi.encodeWithSelector(selector, termsId, ada, token));
    }

    function test_RevertWhen_TermsAreNotOpenYet() external {
        uint256 id = _createExitTerms(_exitTerms(address(adaToken), ada, STAKED));
        uint256 opensAt = block.timestamp + OPENING_DELAY;
        vm.warp(opensAt - 1);
        _expectRevert(id, ada, 1e18, abi.encodeWithSelector(INetworkAdmission.TermsNotOpenYet.selector, id, opensAt));
        vm.warp(opensAt);
        assertEq(_unstake(id, 1e18), 0.5e18, "in the second at which they open");
    }

    function test_RevertWhen_TermsExpired() external {
        (Terms memory terms,) = network.termsOf(termsId);
        vm.warp(terms.expiry);
        assertEq(_unstake(termsId, 1e18), 0.5e18, "in the last second");
        vm.warp(terms.expiry + 1);
        bytes4 selector = INetworkAdmission.TermsExpired.selector;
        _expectRevert(termsId, ada, 1e18, abi.encodeWithSelector(selector, termsId, terms.expiry));
    }

    function test_RevertWhen_MoreIsTakenBackThanTheTermsHaveLeft() external {
        uint256 id = _openExitTerms(_exitTerms(address(adaToken), ada, 10e18));
        bytes4 selector = INetworkAdmission.TermsOverfilled.selector;
        _expectRevert(id, ada, 10e18 + 1, abi.encodeWithSelector(selector, id, 10e18 + 1, 10e18));
        _unstake(id, 4e18);
        _expectRevert(id, ada, 6e18 + 1, abi.encodeWithSelector(selector, id, 6e18 + 1, 6e18));
        _unstake(id, 6e18);
        _expectRevert(id, ada, 1, abi.encodeWithSelector(selector, id, 1, 0));
    }

    function test_RevertWhen_MoreIsTakenBackThanThePositionHasLeft() external {
        uint256 id = _openExitTerms(_exitTerms(address(adaToken), ada, 2 * STAKED));
        _expectRevert(id, ada, STAKED + 1, _positionTooSmall(address(adaToken), ada, STAKED + 1, STAKED));
        _unstake(termsId, STAKED - 6);
        _expectRevert(id, ada, 7, _positionTooSmall(address(adaToken), ada, 7, 6));
        _unstake(id, 6);
        _expectRevert(id, ada, 1, _positionTooSmall(address(adaToken), ada, 1, 0));
    }

    function test_RevertWhen_TheAccountNeverStaked() external {
        vm.prank(ada);
        assertTrue(network.transfer(dora, 1e18), "sent");
        uint256 id = _openExitTerms(_exitTerms(address(adaToken), dora, STAKED));
        _expectRevert(id, dora, 1, _positionTooSmall(address(adaToken), dora, 1, 0));
    }

    function test_RevertWhen_TheAccountStakedForItsPersonalToken() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        uint256 entryId = _openTerms(_entryTerms(address(cleoToken), cleo, 1e18));
        _stake(network, entryId, cleoToken, cleo, 1e18, address(cleoToken));
        uint256 id = _openExitTerms(_exitTerms(address(cleoToken), cleo, 1e18));
        _expectRevert(id, cleo, 1, _positionTooSmall(address(cleoToken), cleo, 1, 0));
    }

    function test_RevertWhen_TheCallerHasTooFewShares() external {
        vm.startPrank(ada);
        assertTrue(network.transfer(dora, 1), "sold");
        assertEq(network.previewUnstake(termsId, ada, STAKED), MINTED, "what it would take");
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ada, MINTED - 1, MINTED));
        network.unstake(termsId, STAKED);
    }

    function test_RevertWhen_TheSupplyLeftWouldBeBelowTheMinimum() external {
        _formSmall(1e18);
        uint256[2] memory left = [MIN_SUPPLY - 1, 1];
        for (uint256 i = 0; i < left.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, left[i], MIN_SUPPLY));
            _unstake(termsId, 1e18 - left[i]);
        }
    }

    function testFuzz_Unstake_BurnsWhatWasMinted(uint256 amount, uint256 rate) external {
        amount = bound(amount, 1, STAKED);
        rate = bound(rate, 0, 0.5e18);
        uint256 id = _openExitAtRate(rate);
        // Half a network share was minted for each member share.
        uint256 burned = amount.ceilDiv(2);
        assertEq(network.previewUnstake(id, ada, amount), burned, "preview");

        vm.expectEmit(address(network));
        emit IERC20.Transfer(ada, address(0), burned);
        vm.expectEmit(address(adaToken));
        emit IERC20.Transfer(address(network), ada, amount);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Unstaked(id, address(adaToken), ada, amount, burned);
        assertEq(_unstake(id, amount), burned, "burned");

        assertEq(network.balanceOf(ada), MINTED - burned, "from the account");
        assertEq(network.getVotes(ada), MINTED - burned, "with its votes");
        assertEq(network.totalSupply(), 2 * MINTED - burned, "supply");
        assertEq(adaToken.balanceOf(ada), MILLION - STAKED + amount, "back");
        assertEq(adaToken.balanceOf(address(network)), STAKED - amount, "from the network");
        assertEq(adaToken.treasuryHeld(), STAKED - amount, "counted");
        (, uint256 used) = network.termsOf(id);
        assertEq(used, amount, "used");
        Position memory position = network.positionOf(address(adaToken), ada);
        assertEq(position.staked, STAKED, "position staked");
        assertEq(position.minted, MINTED, "position minted");
        assertEq(position.returned, amount, "position returned");
        assertEq(position.burned, burned, "position burned");
    }

    function testFuzz_Unstake_InParts(uint256 first, uint256 second) external {
        first = bound(first, 1, STAKED / 2);
        second = bound(second, 1, STAKED / 2 - 1);
        uint256 burned = _unstake(termsId, first) + _unstake(termsId, second);
        assertGe(burned, (first + second).ceilDiv(2), "at least as for both at once");
        assertLe(burned, (first + second).ceilDiv(2) + 1, "and at most a rounding more");
        Position memory position = network.positionOf(address(adaToken), ada);
        assertEq(position.returned, first + second, "position returned");
        assertEq(position.burned, burned, "position burned");
        assertEq(burned + _unstake(termsId, STAKED - first - second), MINTED, "all of it for all that was minted");
    }

    /// @dev Who gave more for a part gives less for the rest, but never less than what was minted for all.
    function testFuzz_Unstake_InParts_TheFirstForMore(uint256 first, uint256 rate) external {
        first = bound(first, 1, STAKED - 1);
        rate = bound(rate, 0.5e18, (MINTED * 1e18 / first).min(type(uint128).max));
        uint256 burned = _unstake(_openExitAtRate(rate), first);
        uint256 id = _openExitAtRate(0);
        assertEq(network.previewUnstake(id, ada, STAKED - first), MINTED - burned, "preview");
        assertEq(_unstake(id, STAKED - first), MINTED - burned, "all that is left of what was minted");
        assertEq(network.balanceOf(ada), 0, "burned");
        assertEq(adaToken.balanceOf(ada), MILLION, "and all is back");
    }

    function testFuzz_Unstake_BurnsWhatTheTermsAskFor(uint256 amount, uint256 rate) external {
        rate = bound(rate, 0.5e18 + 1, type(uint128).max);
        amount = bound(amount, 1, STAKED.min(MINTED * 1e18 / rate + 1));
        uint256 id = _openExitAtRate(rate);
        uint256 burned = (amount * rate).ceilDiv(1e18);
        assertEq(network.previewUnstake(id, ada, amount), burned, "preview");
        if (burned > MINTED) {
            vm.prank(ada);
            vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ada, MINTED, burned));
            network.unstake(id, amount);
            return;
        }
        assertEq(_unstake(id, amount), burned, "burned");
        assertEq(network.balanceOf(ada), MINTED - burned, "from the account");
        assertEq(adaToken.balanceOf(ada), MILLION - STAKED + amount, "back");
    }

    function testFuzz_Unstake_OfAPositionStakedAtSeveralRates(uint256 staked, uint256 rate, uint256 amount) external {
        staked = bound(staked, 1e18, 100_000e18);
        rate = bound(rate, 1, 1e18);
        Terms memory terms = _entryTerms(address(adaToken), ada, staked);
        terms.rate = rate;
        uint256 minted = MINTED + _stake(network, _openTerms(terms), adaToken, ada, staked, ada);
        // What the terms minted counts as new no more.
        skip(60 days);
        staked += STAKED;
        amount = bound(amount, 1, STAKED);
        uint256 id = _openExitAtRate(0);
        uint256 burned = (amount * minted).ceilDiv(staked);
        assertEq(_unstake(id, amount), burned, "as minted, rounded up");
        assertEq(network.balanceOf(ada), minted - burned, "from the account");
    }

    function test_Unstake_DownToTheMinimumSupply() external {
        _formSmall(1e18);
        assertEq(_unstake(termsId, 1e18 - MIN_SUPPLY), 1e18 - MIN_SUPPLY, "burned");
        assertEq(network.totalSupply(), MIN_SUPPLY, "supply");
    }

    function test_Unstake_OfAllShares() external {
        _formSmall(1e18);
        assertEq(_unstake(termsId, 1e18), 1e18, "burned");
        assertEq(network.totalSupply(), 0, "no shares");
        assertEq(network.balanceOf(ada), 0, "nor with the account");
        assertEq(network.getVotes(ada), 0, "nor votes");
        assertEq(adaToken.balanceOf(address(network)), 0, "nor a treasury");
        assertTrue(network.founded(), "but it stays founded");
    }

    /// @dev What somebody held before needs no approval, or the network would be a trap.
    function test_Unstake_OfAClosedMember_GivenTheAccountIsNotApproved() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        vm.startPrank(cleo);
        closed.approveHolder(dora, true);
        closed.approveHolder(address(network), true);
        assertTrue(closed.transfer(dora, 10e18), "sent");
        closed.approveHolder(dora, false);
        vm.stopPrank();
        uint256 entryId = _openTerms(_entryTerms(address(closed), dora, 10e18));
        _stake(network, entryId, closed, dora, 10e18, dora);
        uint256 id = _openExitTerms(_exitTerms(address(closed), dora, 10e18));
        vm.prank(dora);
        network.unstake(id, 10e18);
        assertEq(closed.balanceOf(dora), 10e18, "back");
    }

    function test_Unstake_WhenTheMemberWasDilutedSince() external {
        Terms memory terms = _exitTerms(address(adaToken), ada, STAKED);
        terms.maxMemberSupply = MILLION;
        uint256 id = _openExitTerms(terms);
        vm.prank(ada);
        adaToken.issue(dora, MILLION);
        assertEq(_unstake(id, STAKED), MINTED, "all the same");
    }

    function test_Unstake_ForAPersonalToken() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        uint256 entryId = _openTerms(_entryTerms(address(cleoToken), cleo, 10e18));
        _stake(network, entryId, cleoToken, cleo, 10e18, address(cleoToken));
        uint256 id = _openExitTerms(_exitTerms(address(cleoToken), address(cleoToken), 10e18));

        vm.expectEmit(address(cleoToken));
        emit IERC20.Transfer(address(network), address(0), 4e18);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Unstaked(id, address(cleoToken), address(cleoToken), 4e18, 4e18);
        vm.prank(cleo);
        assertEq(cleoToken.leave(address(network), id, 4e18), 4e18, "burned");
        assertEq(cleoToken.totalSupply(), MILLION - 4e18, "own shares are burned");
        assertEq(cleoToken.balanceOf(address(cleoToken)), 0, "and not held");
        assertEq(network.balanceOf(address(cleoToken)), 6e18, "the rest stays in the treasury");
        assertEq(network.positionOf(address(cleoToken), address(cleoToken)).returned, 4e18, "position");
    }

    function test_Unstake_UnderTermsThatWentThroughAVote() external {
        uint256 id = _allowExit(_exitTerms(address(adaToken), ada, STAKED));
        assertEq(_unstake(id, STAKED), MINTED, "as soon as they open");
        assertEq(adaToken.balanceOf(ada), MILLION, "back");
    }
}
