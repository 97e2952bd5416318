// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {Hop} from "../../src/types/EquityTypes.sol";
import {PlainCurrency} from "../mocks/Currencies.sol";
import {CurrencyTest} from "../utils/CurrencyTest.sol";

/// @notice The protocol on an ERC-20 that behaves.
contract Erc20CurrencyTest is CurrencyTest {
    uint256 private constant MAX_INCOME = 2 ** 110 - 1;

    function setUp() public override {
        super.setUp();
        _deployOn(address(new PlainCurrency(18)));
    }

    function test_FlowsThroughANetwork() external {
        _pay(4e18);
        assertEq(token.currency(), currency, "currency");
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(token), 1);
        address[] memory claims = new address[](2);
        claims[0] = address(token);
        claims[1] = address(network);
        uint256 paid = settlement.settle(hops, claims, ada, 0, block.timestamp);
        assertApproxEqAbs(paid, 4e18, 10, "all of it came round");
        assertEq(_held(ada), PURSE - 4e18 + paid, "arrived");
        assertEq(_held(address(token)) + _held(address(network)), 4e18 - paid, "nothing is lost");
    }

    function test_Streams() external {
        vm.prank(ada);
        token.realize(16e18, 100 days, "");
        assertEq(_held(ada), PURSE - 16e18, "paid in at once");
        skip(25 days);
        assertEq(token.claim(ada), 3e18 - 1, "what streamed until now");
        assertEq(_held(ada), PURSE - 13e18 - 1, "arrived");
        assertEq(token.accounted(), _held(address(token)), "the rest is here");
    }

    function test_ClaimTo() external {
        _pay(4e18);
        assertEq(_claimTo(ada, dora), 3e18 - 1, "paid");
        assertEq(_held(dora), 3e18 - 1, "arrived");
        assertEq(_held(ada), PURSE - 4e18, "not at the holder");
    }

    function test_ClaimTo_TheTokenItselfGivesItToAll() external {
        _pay(4e18);
        _claimTo(ada, address(token));
        assertEq(token.unaccounted(), 3e18 - 1, "waits");
        assertEq(token.absorb(), 3e18 - 1, "and is absorbed");
        assertEq(_held(address(token)), token.accounted(), "all that is here is accounted for");
    }

    function test_SentByMistakeIsAbsorbed() external {
        vm.prank(ada);
        assertTrue(IERC20(currency).transfer(address(token), 3e18), "sent");
        assertEq(token.absorb(), 3e18, "absorbed");
        assertEq(token.unaccounted(), 0, "all booked");
        assertEq(token.claim(ada), 2.25e18 - 1, "for the holders");
    }

    function test_LeavingHarvestsBefore() external {
        _pay(4e18);
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(token), 1e18 - 1);
        _leave();
        assertEq(network.claim(ada), 1e18 - 2, "who leaves has a part in what was due");
        assertEq(token.claimable(address(network)), 0, "nothing is due any more");
    }

    function test_RevertWhen_NativeCoinIsSentAlong() external {
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1, 0));
        token.realize{value: 1}(4e18, 0, "");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1, 0));
        token.distribute{value: 1}(4e18, "");
    }

    /// @dev Nobody could ever get it out.
    function test_RevertWhen_NativeCoinIsSentByMistake() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1 ether, 0));
        Address.sendValue(payable(token), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1 ether, 0));
        Address.sendValue(payable(address(network)), 1 ether);
    }

    function test_RevertWhen_AllowanceDoesNotSuffice() external {
        vm.startPrank(ada);
        IERC20(currency).approve(address(token), 4e18 - 1);
        bytes memory reason = abi.encodeWithSignature(
            "ERC20InsufficientAllowance(address,uint256,uint256)", address(token), 4e18 - 1, 4e18
        );
        vm.expectRevert(reason);
        token.realize(4e18, 0, "");
        vm.expectRevert(reason);
        token.distribute(4e18, "");
    }

    function test_RevertWhen_AmountIsZero() external {
        vm.startPrank(ada);
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.realize(0, 0, "");
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.realize(0, 1 days, "");
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.distribute(0, "");
    }

    /// @dev A currency may have more units than there are coins.
    function test_RevertWhen_IncomeWouldPassTheLimit() external {
        PlainCurrency(currency).mint(ada, 2 * MAX_INCOME);
        bytes memory reason = abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, MAX_INCOME + 1, MAX_INCOME);
        vm.startPrank(ada);
        vm.expectRevert(reason);
        token.realize(MAX_INCOME + 1, 0, "");
        vm.expectRevert(reason);
        token.realize(MAX_INCOME + 1, 1 days, "");
        vm.expectRevert(reason);
        token.distribute(MAX_INCOME + 1, "");
        assertTrue(IERC20(currency).transfer(address(token), MAX_INCOME + 1), "sent");
        vm.expectRevert(reason);
        token.absorb();
        vm.stopPrank();
    }

    function test_LeavingGoesOn_WhenIncomeWouldPassTheLimit() external {
        PlainCurrency(currency).mint(address(network), MAX_INCOME);
        network.absorb();
        _pay(4e18);
        _leave();
        assertEq(network.unaccounted(), 1e18 - 1, "what can't be divided waits");
        assertEq(token.claimable(address(network)), 0, "it was paid");
    }

    function testFuzz_AnyDecimals(uint8 decimals, uint256 amount) external {
        _deployOn(address(new PlainCurrency(uint8(bound(decimals, 6, 36)))));
        amount = bound(amount, 1, PURSE);
        _pay(amount);
        uint256 paid;
        if (token.claimable(ada) != 0) paid = token.claim(ada);
        assertLe(paid, amount * 3 / 4, "the part, rounded down");
        assertGe(paid + 1, amount * 3 / 4, "and no more than that");
    }
}
