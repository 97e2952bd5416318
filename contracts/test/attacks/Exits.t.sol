// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {Position, Terms} from "../../src/types/EquityTypes.sol";
import {AttackTest} from "../utils/AttackTest.sol";

/// @notice Attacks on the way out: exit terms used to take what others put in.
contract ExitsAttacksTest is AttackTest {
    uint256 private constant STAKE = 200_000e18;
    uint256 private constant MINTED = 100_000e18;

    /// @dev To buy up cheap network shares and carry somebody else's stake away with them.
    function test_Attack_RaidWithBoughtShares() external {
        vm.prank(ben);
        network.transfer(mallory, MINTED);
        skip(1);
        uint256 id = _allowExit(_exitTerms(address(benToken), mallory, STAKE));
        vm.prank(mallory);
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.PositionTooSmall.selector, address(benToken), mallory, STAKE, 0)
        );
        network.unstake(id, STAKE);
        assertEq(benToken.balanceOf(address(network)), STAKE, "all of it stays");
    }

    /// @dev To take out more than was put in, with terms that allow more.
    function test_Attack_ExitForMoreThanWasStaked() external {
        vm.prank(ada);
        adaToken.transfer(dora, STAKE);
        uint256 entry = _admit(_entryTerms(address(adaToken), dora, STAKE / 2));
        _stake(network, entry, adaToken, dora, STAKE / 2, dora);
        uint256 id = _allowExit(_exitTerms(address(adaToken), ada, 10 * STAKE));
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(
                INetworkAdmission.PositionTooSmall.selector, address(adaToken), ada, STAKE + 1, STAKE
            )
        );
        network.unstake(id, STAKE + 1);
    }

    /// @dev To leave at a discount that a majority votes for itself: what was minted is burned at least.
    function testFuzz_Attack_ExitAtADiscount(uint256 rate, uint256 amount) external {
        rate = bound(rate, 0, 2e18);
        amount = bound(amount, 1, STAKE / 4);
        Terms memory terms = _exitTerms(address(adaToken), ada, STAKE);
        terms.rate = rate;
        uint256 id = _allowExit(terms);
        vm.prank(ben);
        network.transfer(ada, MINTED);
        uint256 before = network.balanceOf(ada);
        vm.prank(ada);
        uint256 burned = network.unstake(id, amount);
        assertGe(burned, (amount + 1) / 2, "at least as minted, rounded up");
        assertGe(burned * 1e18, amount * rate, "at least as the terms say");
        assertEq(network.balanceOf(ada), before - burned, "burned");
        assertEq(adaToken.balanceOf(ada), 800_000e18 + amount, "given back");
    }

    /// @dev To exit dear stakes at the average of cheap ones, and keep shares with no stake behind them.
    function test_Attack_ExitByTheAverage() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        Terms memory terms = _entryTerms(address(cleoToken), cleo, 20_000e18);
        uint256 id = _admit(terms);
        _stake(network, id, cleoToken, cleo, 20_000e18, cleo);
        id = _allowExit(_exitTerms(address(cleoToken), cleo, 10_000e18));
        vm.prank(cleo);
        network.unstake(id, 10_000e18);

        terms = _entryTerms(address(cleoToken), cleo, 10_000e18);
        terms.rate = 10e18;
        id = _admit(terms);
        _stake(network, id, cleoToken, cleo, 10_000e18, cleo);
        skip(61 days);
        id = _allowExit(_exitTerms(address(cleoToken), cleo, 20_000e18));
        vm.prank(cleo);
        network.unstake(id, 20_000e18);
        assertEq(cleoToken.balanceOf(cleo), MILLION, "all stakes are back");
        assertEq(network.balanceOf(cleo), 0, "and no share is left");
    }

    /// @dev To use the same exit twice.
    function test_Attack_ExitTwice() external {
        uint256 id = _allowExit(_exitTerms(address(adaToken), ada, STAKE / 4));
        vm.startPrank(ada);
        network.unstake(id, STAKE / 4);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, id, 1, 0));
        network.unstake(id, 1);
        vm.stopPrank();
        Position memory position = network.positionOf(address(adaToken), ada);
        assertEq(position.returned, STAKE / 4, "given back once");
        assertEq(adaToken.balanceOf(ada), 850_000e18, "given back once");
    }

    /// @dev To leave with shares sold already: who leaves brings as many as were minted.
    function test_Attack_ExitAfterSelling() external {
        uint256 id = _allowExit(_exitTerms(address(adaToken), ada, STAKE));
        vm.startPrank(ada);
        network.transfer(mallory, MINTED);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ada, 0, MINTED));
        network.unstake(id, STAKE);
        vm.stopPrank();
        assertEq(adaToken.balanceOf(address(network)), STAKE, "all of it stays");
    }

    /// @dev To leave under terms of somebody else, or of another kind, or at will.
    function test_Attack_ExitUninvited() external {
        uint256 id = _allowExit(_exitTerms(address(adaToken), ada, STAKE));
        vm.startPrank(ben);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsNotForAccount.selector, id, ada, ben));
        network.unstake(id, STAKE);
        vm.expectRevert(INetworkAdmission.FoundingNotFailed.selector);
        network.unstake(1, STAKE);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, id + 1));
        network.unstake(id + 1, STAKE);
        vm.stopPrank();
    }

    /// @dev The person keeps somebody else, who staked the person's shares, from leaving as the members voted.
    function test_Attack_ExitHeldBackByThePerson() external {
        vm.prank(ada);
        adaToken.transfer(dora, STAKE);
        uint256 id = _admit(_entryTerms(address(adaToken), dora, STAKE / 10));
        _stake(network, id, adaToken, dora, STAKE / 10, dora);
        Terms memory terms = _exitTerms(address(adaToken), dora, STAKE / 10);
        terms.sponsor = ben;
        id = network.termsCount();
        uint256 proposalId = _propose(ben, address(network), _exitCall(terms));
        skip(DELAY + 1);
        vm.prank(ben);
        governor.castVote(proposalId, FOR);
        skip(PERIOD);
        _execute(address(network), _exitCall(terms));
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.NotYoursToCancel.selector, id, ada));
        network.cancelTerms(id);
        skip(OPENING_DELAY);
        vm.prank(dora);
        assertEq(network.unstake(id, STAKE / 10), STAKE / 10, "she leaves");
    }

    /// @dev Somebody other than the person makes a treasury leave, or gets what comes back.
    function test_Attack_LeaveByAStranger() external {
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, mallory));
        adaToken.leave(address(network), 0, STAKE);
        vm.stopPrank();
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.NotNetwork.selector, mallory));
        adaToken.leave(mallory, 0, STAKE);
        vm.stopPrank();
    }
}
