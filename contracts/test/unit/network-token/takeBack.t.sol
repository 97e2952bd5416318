// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {Founder, FoundingStatus, Position, Terms} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

/// @notice Of three founders Ada stakes for her wallet, Ben for his personal token, and Cleo not at all.
contract TakeBackTest is GovernedTest {
    uint256 private constant STAKED = 200_000e18;
    uint256 private constant MINTED = 100_000e18;
    uint256 private constant TAKE_BACK_PERIOD = 14 days;
    uint256 private constant MAX_WAIT = 36_500 days;
    uint256 private constant MAX_RATE = 1e23;
    uint256 private constant ANY_SUPPLY = type(uint256).max;

    PersonalToken private cleoToken;
    uint256 private foundingEnds;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
        Founder[] memory founders = new Founder[](3);
        founders[0] = _founder(adaToken, ada, STAKED, 0.5e18);
        founders[1] = _founder(benToken, ben, STAKED, 0.5e18);
        founders[2] = _founder(cleoToken, cleo, STAKED, 0.5e18);
        network = _form(founders);
        governor = NetworkGovernor(payable(network.governor()));
        foundingEnds = network.foundingEnds();
        _stake(network, 0, adaToken, ada, STAKED, ada);
        _stake(network, 1, benToken, ben, STAKED, address(benToken));
    }

    /// @dev The view and the call revert alike.
    function _expectRevert(uint256 id, address account, uint256 amount, bytes memory reason) private {
        vm.expectRevert(reason);
        network.previewUnstake(id, account, amount);
        vm.prank(account);
        vm.expectRevert(reason);
        network.unstake(id, amount);
    }

    function _fail() private {
        vm.warp(foundingEnds + 1);
        assertEq(uint8(network.foundingStatus()), uint8(FoundingStatus.Failed), "failed");
    }

    /// @dev The first proposal, by Ada: new metadata.
    function _proposeFirst() private {
        assertFalse(governor.hasProposed(), "nothing was proposed before");
        _propose(ada, address(network), _metadataCall());
        assertTrue(governor.hasProposed(), "proposed");
    }

    function _metadataCall() private pure returns (bytes memory) {
        return abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new"));
    }

    function _takeBackOver() private view returns (bytes memory) {
        return abi.encodeWithSelector(INetworkAdmission.TakeBackOver.selector, foundingEnds + TAKE_BACK_PERIOD);
    }

    function _takeBack() private returns (uint256) {
        vm.prank(ada);
        return network.unstake(0, STAKED);
    }

    function test_RevertWhen_TheFoundingIsStillOpen() external {
        vm.warp(foundingEnds);
        _expectRevert(0, ada, STAKED, abi.encodeWithSelector(INetworkAdmission.FoundingNotFailed.selector));
    }

    function test_RevertWhen_TheFoundingIsComplete() external {
        _stake(network, 2, cleoToken, cleo, STAKED, cleo);
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.FoundingNotFailed.selector);
        _expectRevert(0, ada, STAKED, reason);
        vm.warp(foundingEnds + 1);
        _expectRevert(0, ada, STAKED, reason);
    }

    function test_RevertWhen_NothingIsTakenBack() external {
        _fail();
        _expectRevert(0, ada, 0, abi.encodeWithSelector(INetworkAdmission.UnstakeOfNothing.selector));
    }

    function test_RevertWhen_LessOrMoreThanTheWholeIsTakenBack() external {
        _fail();
        bytes4 selector = INetworkAdmission.FounderStakesWhole.selector;
        _expectRevert(0, ada, STAKED - 1, abi.encodeWithSelector(selector, 0, STAKED - 1, STAKED));
        _expectRevert(0, ada, STAKED + 1, abi.encodeWithSelector(selector, 0, STAKED + 1, STAKED));
    }

    function test_RevertWhen_TheFounderNeverStaked() external {
        _fail();
        bytes4 selector = INetworkAdmission.FounderStakesWhole.selector;
        _expectRevert(2, cleo, STAKED, abi.encodeWithSelector(selector, 2, STAKED, 0));
    }

    function test_RevertWhen_ItIsTakenBackASecondTime() external {
        _fail();
        _takeBack();
        bytes4 selector = INetworkAdmission.FounderStakesWhole.selector;
        _expectRevert(0, ada, STAKED, abi.encodeWithSelector(selector, 0, STAKED, 0));
    }

    function test_RevertWhen_SomebodyElseTakesItBack() external {
        _fail();
        bytes4 selector = INetworkAdmission.TermsNotForAccount.selector;
        _expectRevert(0, dora, STAKED, abi.encodeWithSelector(selector, 0, ada, dora));
        address token = address(adaToken);
        _expectRevert(0, token, STAKED, abi.encodeWithSelector(selector, 0, ada, token));
    }

    function test_RevertWhen_TheReceiverIsThePersonalTokenAndItsPersonTakesItBack() external {
        _fail();
        bytes4 selector = INetworkAdmission.TermsNotForAccount.selector;
        _expectRevert(1, ben, STAKED, abi.encodeWithSelector(selector, 1, address(benToken), ben));
        _expectRevert(1, dora, STAKED, abi.encodeWithSelector(selector, 1, address(benToken), dora));
    }

    function test_RevertWhen_TheReceiverSoldSomeShares() external {
        _fail();
        vm.startPrank(ada);
        assertTrue(network.transfer(dora, 1), "sold");
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ada, MINTED - 1, MINTED));
        network.unstake(0, STAKED);
    }

    /// @dev The governor may not open terms before, so here it acts without a vote.
    function test_RevertWhen_TheStakeCameBackUnderExitTerms() external {
        vm.warp(foundingEnds + TAKE_BACK_PERIOD + 1);
        uint256 exitId = _openExitTerms(_exitTerms(address(adaToken), ada, STAKED));
        vm.prank(ada);
        network.unstake(exitId, 1);
        bytes4 selector = INetworkAdmission.PositionTooSmall.selector;
        _expectRevert(0, ada, STAKED, abi.encodeWithSelector(selector, address(adaToken), ada, STAKED, STAKED - 1));
    }

    function testFuzz_TakeBack_ForExactlyTheSharesMinted(uint256 stake, uint256 rate) external {
        stake = bound(stake, 1e15, STAKED);
        rate = bound(rate, 1e15 * 1e18 / stake + 1, MAX_RATE);
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, stake, rate);
        founders[1] = _founder(cleoToken, cleo, STAKED, ONE_TO_ONE);
        network = _form(founders);
        uint256 minted = _stake(network, 0, adaToken, ada, stake, ada);
        uint256 before = adaToken.balanceOf(ada);
        vm.warp(network.foundingEnds() + 1);
        assertEq(network.previewUnstake(0, ada, stake), minted, "preview");

        vm.expectEmit(address(network));
        emit IERC20.Transfer(ada, address(0), minted);
        vm.expectEmit(address(adaToken));
        emit IERC20.Transfer(address(network), ada, stake);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Unstaked(0, address(adaToken), ada, stake, minted);
        vm.prank(ada);
        assertEq(network.unstake(0, stake), minted, "exactly what was minted");

        assertEq(adaToken.balanceOf(ada) - before, stake, "back");
        assertEq(network.balanceOf(ada), 0, "burned");
        assertEq(network.totalSupply(), 0, "supply");
        (, uint256 used) = network.termsOf(0);
        assertEq(used, 0, "nothing is staked under the terms");
        Position memory position = network.positionOf(address(adaToken), ada);
        assertEq(position.staked, stake, "position staked");
        assertEq(position.minted, minted, "position minted");
        assertEq(position.returned, stake, "position returned");
        assertEq(position.burned, minted, "position burned");
    }

    function test_TakeBack_HarvestsFirst() external {
        _fail();
        _realize(adaToken, ada, 10 ether);
        uint256 due = adaToken.claimable(address(network));
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(adaToken), due);
        _takeBack();
        assertApproxEqAbs(network.claimable(ada), due / 2, 1, "half of it for who took it back");
        assertEq(network.accounted(), due, "booked");
    }

    function test_RevertWhen_TheFounderStakesAgain() external {
        _fail();
        _takeBack();
        vm.startPrank(ada);
        adaToken.approve(address(network), STAKED);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsExpired.selector, 0, foundingEnds));
        network.stake(0, STAKED, ada, ANY_SUPPLY);
        vm.stopPrank();
        assertEq(uint8(network.foundingStatus()), uint8(FoundingStatus.Failed), "still failed");
    }

    function test_TakeBack_ByAPersonalToken() external {
        _fail();
        uint256 heldBefore = benToken.treasuryHeld();
        assertEq(network.previewUnstake(1, address(benToken), STAKED), MINTED, "preview");
        vm.expectEmit(address(benToken));
        emit IERC20.Transfer(address(network), address(0), STAKED);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Unstaked(1, address(benToken), address(benToken), STAKED, MINTED);
        vm.prank(ben);
        assertEq(benToken.leave(address(network), 1, STAKED), MINTED, "burned");
        assertEq(benToken.totalSupply(), MILLION - STAKED, "own shares are burned");
        assertEq(benToken.balanceOf(address(network)), 0, "none is left with the network");
        assertEq(benToken.treasuryHeld(), heldBefore - STAKED, "nor counted");
        assertEq(network.balanceOf(address(benToken)), 0, "network shares too");
        assertEq(network.positionOf(address(benToken), address(benToken)).returned, STAKED, "position returned");
    }

    function test_RevertWhen_TermsAreCreatedAtMost14DaysAfterTheEnd() external {
        uint256 until = foundingEnds + TAKE_BACK_PERIOD;
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, until);
        for (uint256 i = 0; i < 2; ++i) {
            vm.warp(i == 0 ? foundingEnds + 1 : until);
            Terms memory entry = _entryTerms(address(cleoToken), cleo, 1e18);
            Terms memory exit = _exitTerms(address(adaToken), ada, 1e18);
            vm.startPrank(address(governor));
            vm.expectRevert(reason);
            network.createTerms(entry);
            vm.expectRevert(reason);
            network.createExitTerms(exit);
            vm.stopPrank();
        }
        vm.warp(until + 1);
        assertEq(_createTerms(_entryTerms(address(cleoToken), cleo, 1e18)), 3, "entry terms after that");
        assertEq(_createExitTerms(_exitTerms(address(adaToken), ada, 1e18)), 4, "and exit terms");
    }

    function test_TakeBack_AtMost14DaysAfterTheEnd_WhenNobodyCanPropose() external {
        uint256 until = foundingEnds + TAKE_BACK_PERIOD;
        assertEq(network.takeBackUntil(), until, "14 days");
        vm.warp(until);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, until));
        _propose(ada, address(network), _metadataCall());
        assertEq(_takeBack(), MINTED, "in the last second");
    }

    function test_TakeBack_RightAfterThe14Days_GivenNothingWasProposed() external {
        vm.warp(foundingEnds + TAKE_BACK_PERIOD + 1);
        assertEq(_takeBack(), MINTED, "nobody governs yet");
    }

    function testFuzz_TakeBack_Long_GivenNothingWasProposed(uint256 time) external {
        uint256 first = foundingEnds + TAKE_BACK_PERIOD + 1;
        vm.warp(bound(time, first, first + MAX_WAIT));
        assertEq(_takeBack(), MINTED, "as long as nobody governs");
    }

    function test_RevertWhen_SomethingWasProposed() external {
        vm.warp(foundingEnds + TAKE_BACK_PERIOD + 1);
        _proposeFirst();
        _expectRevert(0, ada, STAKED, _takeBackOver());
        _expectRevert(1, address(benToken), STAKED, _takeBackOver());
        vm.prank(ben);
        vm.expectRevert(_takeBackOver());
        benToken.leave(address(network), 1, STAKED);
        skip(MAX_WAIT);
        _expectRevert(0, ada, STAKED, _takeBackOver());
    }

    function test_RevertWhen_WhoStayedProposed() external {
        _fail();
        vm.prank(ben);
        assertEq(benToken.leave(address(network), 1, STAKED), MINTED, "Ben takes it back, Ada stays");
        vm.warp(foundingEnds + TAKE_BACK_PERIOD + 1);
        _proposeFirst();
        _expectRevert(0, ada, STAKED, _takeBackOver());
        assertEq(network.totalSupply(), MINTED, "what votes stays");
    }

    function test_RevertWhen_TheProposalWasCancelled() external {
        vm.warp(foundingEnds + TAKE_BACK_PERIOD + 1);
        _proposeFirst();
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) =
            _actions(address(network), _metadataCall());
        vm.prank(ada);
        governor.cancel(targets, values, calls, keccak256("Because."));
        _expectRevert(0, ada, STAKED, _takeBackOver());
    }
}
