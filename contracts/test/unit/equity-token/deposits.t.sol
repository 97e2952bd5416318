// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {HolderClass, TokenKind} from "../../../src/types/EquityTypes.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

/// @notice Which shares may enter a treasury by a transfer. What stakes do is the networks' part.
contract DepositsTest is PoolTest {
    uint256 private constant STAKE = 100_000e18;
    /// @dev Of a million shares.
    uint256 private constant MOST_HELD = 800_000e18;

    PersonalToken private token;
    PersonalToken private benToken;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
        network = _formWith(token, ada, STAKE);
    }

    function test_RevertWhen_TreasuryDidNotAsk() external {
        address[3] memory treasuries = [address(token), address(benToken), address(network)];
        for (uint256 i = 0; i < treasuries.length; ++i) {
            _expectRefused(token, ada, treasuries[i], 1);
        }
    }

    function test_RevertWhen_SpenderSendsToATreasury() external {
        vm.prank(ada);
        token.approve(dora, 1);
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, address(benToken)));
        token.transferFrom(ada, address(benToken), 1);
    }

    function test_RevertWhen_ThePersonSendsToTheOwnTreasury() external {
        vm.prank(ada);
        token.transfer(ben, 1e18);
        _expectRefused(token, ben, address(benToken), 1e18);
    }

    function test_RevertWhen_AnotherTokensDepositsAreAllowed() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        _allow(ben, benToken, address(cleoToken));
        _expectRefused(token, ada, address(benToken), 1);
    }

    function test_RevertWhen_DepositsAreRefusedAgain() external {
        _allow(ben, benToken, address(token));
        _transfer(token, ada, address(benToken), 5e18);
        vm.prank(ben);
        benToken.refuseDeposit(address(token));
        _expectRefused(token, ada, address(benToken), 1);
        assertEq(token.balanceOf(address(benToken)), 5e18, "what is there stays");
        assertEq(token.treasuryHeld(), 5e18, "and is counted");
    }

    /// @dev No person speaks for a network: shares enter it by a stake only.
    function test_RevertWhen_TreasuryIsANetwork() external {
        _stake(network, 0, token, ada, STAKE, ada);
        INetworkToken other = _formWith(benToken, ben, STAKE);
        _expectRefused(token, ada, address(network), 1);
        _expectRefused(token, ada, address(other), 1);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, address(other)));
        network.transfer(address(other), 1);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, address(network)));
        network.transfer(address(network), 1);
    }

    /// @dev The answer of a token itself would be asked for nothing: no token holds itself.
    function test_RevertWhen_TreasuryIsTheTokenItself() external {
        vm.mockCall(address(token), abi.encodeCall(IPersonalToken.isDepositAllowed, (address(token))), abi.encode(true));
        _expectRefused(token, ada, address(token), 1);
    }

    function test_RevertWhen_ClosedTokenIsDepositedUnapproved() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        _allow(ben, benToken, address(closed));
        (bool allowed, bytes4 selector) = closed.canTransfer(cleo, address(benToken), 1e18);
        assertFalse(allowed, "refused beforehand");
        assertEq(selector, IPersonalToken.HolderNotApproved.selector, "for the same reason");
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, address(benToken)));
        closed.transfer(address(benToken), 1e18);

        vm.prank(cleo);
        closed.approveHolder(address(benToken), true);
        _transfer(closed, cleo, address(benToken), 1e18);
        assertEq(closed.balanceOf(address(benToken)), 1e18, "with consent on both sides");
    }

    function test_RevertWhen_TreasuriesWouldHoldTooMuch() external {
        _allow(ben, benToken, address(token));
        _stake(network, 0, token, ada, STAKE, ada);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, MOST_HELD + 1, MOST_HELD));
        token.transfer(address(benToken), MOST_HELD - STAKE + 1);

        _transfer(token, ada, address(benToken), MOST_HELD - STAKE);
        assertEq(token.treasuryHeld(), MOST_HELD, "up to the bound");
    }

    function test_CanTransfer_SaysThatTreasuriesWouldHoldTooMuch() external {
        _allow(ben, benToken, address(token));
        (bool allowed, bytes4 reason) = token.canTransfer(ada, address(benToken), MOST_HELD + 1);
        assertFalse(allowed, "refused beforehand");
        assertEq(reason, IEquityToken.TreasuriesHoldTooMuch.selector, "for the same reason");
        (allowed, reason) = token.canTransfer(ada, address(benToken), MOST_HELD);
        assertTrue(allowed, "up to the bound");
        assertEq(reason, bytes4(0), "without a reason");
    }

    /// @dev The bound is a part of what takes part in income.
    function test_RevertWhen_TreasuriesWouldHoldTooMuchOfWhatIsOutsideOfPools() external {
        address pool = address(_createPool(address(token)));
        token.exclude(pool);
        _transfer(token, ada, pool, 500_000e18);
        _allow(ben, benToken, address(token));
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, MOST_HELD / 2 + 1, MOST_HELD / 2)
        );
        token.transfer(address(benToken), MOST_HELD / 2 + 1);
        _transfer(token, ada, address(benToken), MOST_HELD / 2);
        assertEq(token.treasuryHeld(), MOST_HELD / 2, "up to the bound");
    }

    /// @dev What it held before it was a token counts from the first deposit on.
    function test_RevertWhen_TreasuriesWouldHoldTooMuchWithWhatWasThereBefore() external {
        address future = registry.predictToken(cleo, TokenKind.Personal, 0);
        _transfer(token, ada, future, 300_000e18);
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        _allow(cleo, cleoToken, address(token));
        uint256 more = MOST_HELD - 300_000e18 + 1;
        (bool allowed, bytes4 reason) = token.canTransfer(ada, future, more);
        assertFalse(allowed, "refused beforehand");
        assertEq(reason, IEquityToken.TreasuriesHoldTooMuch.selector, "for the same reason");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, MOST_HELD + 1, MOST_HELD));
        token.transfer(future, more);
        _transfer(token, ada, future, more - 1);
        assertEq(token.treasuryHeld(), MOST_HELD, "all of it counted");
    }

    /// @dev What leaves a pool takes part in income again, wherever it goes.
    function test_Deposit_OutOfAPool() external {
        address pool = address(_createPool(address(token)));
        token.exclude(pool);
        _transfer(token, ada, pool, MILLION);
        _allow(ben, benToken, address(token));
        (bool allowed,) = token.canTransfer(pool, address(benToken), 1e18);
        assertFalse(allowed, "all of what takes part would be in treasuries");
        vm.prank(pool);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, 1e18, 0.8e18));
        token.transfer(address(benToken), 1e18);

        _transfer(token, pool, ada, 1e18);
        _transfer(token, pool, address(benToken), 4e18);
        assertEq(token.treasuryHeld(), 4e18, "up to the bound");
        assertEq(token.eligibleSupply(), 5e18, "eligible supply");
    }

    /// @dev Together they hold no more than before, whatever they hold by now.
    function test_Deposit_OutOfATreasury() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        _allow(ben, benToken, address(token));
        _allow(cleo, cleoToken, address(token));
        _transfer(token, ada, address(benToken), MOST_HELD);
        address pool = address(_createPool(address(token)));
        token.exclude(pool);
        _transfer(token, ada, pool, 100_000e18);
        _transfer(token, address(benToken), address(cleoToken), 1e18);
        assertEq(token.treasuryHeld(), MOST_HELD, "as before");
        assertEq(token.balanceOf(address(cleoToken)), 1e18, "received");
    }

    function testFuzz_Deposit_AsCanTransferSays(uint256 pooled, uint256 held, uint256 amount) external {
        pooled = bound(pooled, 0, MILLION);
        held = bound(held, 0, MILLION - pooled);
        amount = bound(amount, 0, MILLION);
        address pool = address(_createPool(address(token)));
        token.exclude(pool);
        _allow(ben, benToken, address(token));
        _tryTransfer(ada, pool, pooled);
        _tryTransfer(ada, address(benToken), held);
        _tryTransfer(ada, address(benToken), amount);
        _tryTransfer(pool, address(benToken), amount);
        uint256 limit = token.eligibleSupply() * MOST_HELD / MILLION;
        assertLe(token.treasuryHeld(), limit, "never beyond the bound");
    }

    function test_Deposit() external {
        _realize(token, ada, 4 ether);
        _allow(ben, benToken, address(token));
        vm.expectEmit(address(token));
        emit IEquityToken.HolderClassified(address(benToken), HolderClass.Treasury);
        _transfer(token, ada, address(benToken), 250_000e18);
        assertEq(token.balanceOf(address(benToken)), 250_000e18, "received");
        assertEq(uint8(token.classOf(address(benToken))), uint8(HolderClass.Treasury), "a treasury");
        assertEq(token.treasuryHeld(), 250_000e18, "counted");
        assertEq(token.claimable(address(benToken)), 0, "nothing from before");

        _realize(token, ada, 4 ether);
        uint256 due = token.claimable(address(benToken));
        assertEq(benToken.harvest(address(token)), due, "it harvests what was deposited");
        assertApproxEqAbs(benToken.claimable(ben), 1 ether, 3, "for its holders");
    }

    function test_Deposit_BySpender() external {
        _allow(ben, benToken, address(token));
        vm.prank(ada);
        token.approve(dora, 5e18);
        vm.prank(dora);
        assertTrue(token.transferFrom(ada, address(benToken), 5e18), "returns true");
        assertEq(token.treasuryHeld(), 5e18, "counted");
    }

    /// @dev What members' treasuries hold of their network leaks to people: there is no bound.
    function test_Deposit_OfANetworksShares() external {
        _stake(network, 0, token, ada, STAKE, ada);
        _allow(ben, benToken, address(network));
        (bool allowed,) = network.canTransfer(ada, address(benToken), STAKE);
        assertTrue(allowed, "allowed beforehand");
        vm.prank(ada);
        assertTrue(network.transfer(address(benToken), STAKE), "all of it");
        assertEq(network.treasuryHeld(), STAKE, "counted");
        assertEq(network.networksHeld(), 0, "no network holds any");
    }

    /// @dev What is in a treasury leaves it by unstaking only: a person can't send it on.
    function test_RevertWhen_DepositIsTakenOut() external {
        _allow(ben, benToken, address(token));
        _transfer(token, ada, address(benToken), 5e18);
        assertEq(token.transferableBalanceOf(address(benToken)), 0, "none can be sent");
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", ben, 0, 5e18));
        token.transferFrom(address(benToken), ben, 5e18);
    }

    function _allow(address person, PersonalToken treasury, address deposited) private {
        vm.prank(person);
        treasury.allowDeposit(deposited);
    }

    function _expectRefused(PersonalToken of_, address from, address treasury, uint256 amount) private {
        (bool allowed, bytes4 reason) = of_.canTransfer(from, treasury, amount);
        assertFalse(allowed, "refused beforehand");
        assertEq(reason, IEquityToken.TreasuryDidNotAsk.selector, "for the same reason");
        vm.prank(from);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, treasury));
        of_.transfer(treasury, amount);
    }

    function _tryTransfer(address from, address to, uint256 amount) private {
        (bool allowed, bytes4 reason) = token.canTransfer(from, to, amount);
        vm.prank(from);
        (bool success, bytes memory answer) = address(token).call(abi.encodeCall(token.transfer, (to, amount)));
        assertEq(allowed, success, "as it goes");
        assertEq(reason, success ? bytes4(0) : bytes4(answer), "for the same reason");
    }

    function _transfer(PersonalToken of_, address from, address to, uint256 amount) private {
        (bool allowed, bytes4 reason) = of_.canTransfer(from, to, amount);
        assertTrue(allowed, "allowed beforehand");
        assertEq(reason, bytes4(0), "without a reason");
        vm.prank(from);
        assertTrue(of_.transfer(to, amount), "returns true");
    }
}
