// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {RefusingReceiver} from "../../mocks/Receivers.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract ClaimToTest is PoolTest {
    /// @dev A quarter of 4 ether: income per share is rounded down, and so a wei stays in the token.
    uint256 private constant QUARTER = 1 ether - 1;
    uint256 private constant QUARTER_SHARES = 250_000e18;

    PersonalToken private token;
    /// @dev Holds a quarter, and can't receive the coin itself.
    address private holder;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        holder = address(new RefusingReceiver());
        vm.prank(ada);
        token.transfer(holder, QUARTER_SHARES);
    }

    function test_RevertWhen_ReceiverIsTheZeroAddress() external {
        _realize(token, ada, 4 ether);
        vm.prank(holder);
        vm.expectRevert(IEquityToken.ClaimToZeroAddress.selector);
        token.claimTo(address(0));
    }

    function test_RevertWhen_NothingIsDueToTheCaller() external {
        vm.prank(holder);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, holder));
        token.claimTo(dora);

        _realize(token, ada, 4 ether);
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, dora));
        token.claimTo(dora);
    }

    function test_RevertWhen_CallerIsExcluded() external {
        IUniswapV3Pool pool = _createPool(address(token));
        vm.prank(ada);
        token.transfer(address(pool), QUARTER_SHARES);
        token.exclude(address(pool));
        _distribute(4 ether);
        vm.prank(address(pool));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(pool)));
        token.claimTo(dora);
    }

    function test_RevertWhen_ReceiverRefusesTheCoin() external {
        _realize(token, ada, 4 ether);
        address other = address(new RefusingReceiver());
        vm.prank(holder);
        vm.expectRevert(RefusingReceiver.NoThanks.selector);
        token.claimTo(other);
        assertEq(token.claimable(holder), QUARTER, "all stays claimable");
    }

    function test_ClaimTo() external {
        _realize(token, ada, 4 ether);
        uint256 balanceBefore = dora.balance;

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(holder, dora, QUARTER);
        vm.prank(holder);
        uint256 paid = token.claimTo(dora);

        assertEq(paid, QUARTER, "a quarter");
        assertEq(dora.balance - balanceBefore, paid, "arrived");
        assertEq(holder.balance, 0, "not at the holder");
        assertEq(token.claimable(holder), 0, "nothing left");
        assertEq(token.debtOf(holder), int256(paid), "paid became debt");
        assertEq(token.debtOf(dora), 0, "the receiver's account is untouched");
        assertEq(token.claimable(ada), 3 ether - 1, "others keep theirs");
        assertEq(token.accounted(), 3 ether + 1, "the token holds less for its holders");
        assertEq(address(token).balance, 3 ether + 1, "the rest is here");
    }

    function test_ClaimTo_TheTokenItselfGivesItToAll() external {
        _realize(token, ada, 4 ether);
        vm.prank(holder);
        token.claimTo(address(token));
        assertEq(token.accounted(), 3 ether + 1, "no longer the holder's");
        assertEq(token.unaccounted(), QUARTER, "waits");
        assertEq(token.absorb(), QUARTER, "and is absorbed");
        assertEq(token.unaccounted(), 0, "nothing waits");
        assertApproxEqAbs(token.claimable(holder), QUARTER / 4, 1, "for all holders");
    }

    function test_ClaimTo_WhileAGainStreams() external {
        vm.prank(ada);
        token.realize{value: 16 ether}(16 ether, 100 days, "");
        skip(25 days);
        vm.prank(holder);
        assertEq(token.claimTo(dora), QUARTER, "a quarter of what streamed until now");
        assertEq(token.stream().left, 12 ether, "the rest streams on");
    }

    function testFuzz_ClaimTo_PaysWhatIsClaimable(uint256 income, uint256 shares) external {
        income = bound(income, 1, 900 ether);
        shares = bound(shares, 0, 750_000e18);
        vm.prank(ada);
        token.transfer(holder, shares);
        _realize(token, ada, income);
        uint256 due = token.claimable(holder);
        vm.assume(due != 0);
        uint256 balanceBefore = dora.balance;
        vm.prank(holder);
        assertEq(token.claimTo(dora), due, "all that is due");
        assertEq(dora.balance - balanceBefore, due, "arrived");
        assertEq(token.accounted(), income - due, "the rest is accounted for");
    }

    function _distribute(uint256 amount) private {
        vm.prank(dora);
        token.distribute{value: amount}(amount, "");
    }
}
