// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Hop} from "../../src/types/EquityTypes.sol";
import {PoolUser} from "../mocks/PoolUser.sol";
import {LyingPool} from "../mocks/LyingPool.sol";
import {Mute} from "../mocks/Receivers.sol";
import {PoolTest} from "../utils/PoolTest.sol";

/// @notice Shares are traded for the very ERC-20 that gains are paid in: what such a pool is paid in the middle of a
/// trade it takes for the trader's payment.
contract PoolOfCurrencyTest is PoolTest {
    PersonalToken private token;
    IUniswapV3Pool private pool;
    PoolUser private user;

    /// @dev The pool holds about a tenth of the shares, and has accrued about 0.4.
    function setUp() public override {
        super.setUp();
        _deploy(address(quote));
        token = _launch(ada, "ADA");
        pool = _createPool(address(token));
        user = _provide(pool, address(token), ada, 100_000e18);
        _distribute(4e18);
    }

    function test_RevertWhen_SomebodyClaimsForThePool() external {
        uint256 due = token.claimable(address(pool));
        assertApproxEqAbs(due, 0.4e18, 1e15, "it has accrued something");
        vm.expectRevert(_reason());
        token.claim(address(pool));
        assertEq(token.claimable(address(pool)), due, "and keeps it");
        assertEq(token.accounted(), 4e18, "nothing was paid");
    }

    function test_RevertWhen_ATradeWouldBePaidByAClaim() external {
        uint256 heldBefore = quote.balanceOf(address(pool));
        user.plan(address(token), abi.encodeCall(IEquityToken.claim, (address(pool))));
        vm.expectRevert(_reason());
        user.borrow(address(quote), 0.1e18);
        assertEq(quote.balanceOf(address(pool)), heldBefore, "nothing moved");
    }

    function test_RevertWhen_ThePoolIsExcluded() external {
        token.exclude(address(pool));
        vm.expectRevert(_reason());
        token.claim(address(pool));
    }

    function test_Settlement_PassesItOver() external {
        address[] memory claims = new address[](1);
        claims[0] = address(token);
        vm.expectEmit(address(settlement));
        emit ISettlement.HopFailed(0, _reason());
        uint256 paid = settlement.settle(new Hop[](0), claims, address(pool), 0, block.timestamp);
        assertEq(paid, 0, "nothing");
    }

    function test_Exclude_GivesItToTheOthers() external {
        uint256 due = token.claimable(address(pool));
        uint256 heldBefore = quote.balanceOf(address(pool));
        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(address(pool), address(token), due);
        vm.expectEmit(address(token));
        emit IEquityToken.Donated(address(pool), due, "");
        token.exclude(address(pool));
        assertEq(quote.balanceOf(address(pool)), heldBefore, "the pool is paid nothing");
        assertApproxEqAbs(token.claimable(ada) + token.claimable(address(user)), 4e18, 5, "all is the others'");
        assertEq(quote.balanceOf(address(token)), 4e18, "and still here");
    }

    function test_OtherContracts_ArePaid() external {
        address[2] memory holders =
            [address(new Mute()), address(new LyingPool(address(token), address(quote), POOL_FEE))];
        for (uint256 i = 0; i < holders.length; ++i) {
            vm.prank(ada);
            token.transfer(holders[i], 100_000e18);
            _distribute(4e18);
            uint256 due = token.claimable(holders[i]);
            vm.prank(dora);
            assertEq(token.claim(holders[i]), due, "paid");
            assertEq(quote.balanceOf(holders[i]), due, "arrived");
        }
    }

    /// @dev As a trader, the pool's own counterpart is a holder like any.
    function test_Traders_ArePaid() external {
        uint256 due = token.claimable(address(user));
        uint256 heldBefore = quote.balanceOf(address(user));
        assertEq(token.claim(address(user)), due, "paid");
        assertEq(quote.balanceOf(address(user)) - heldBefore, due, "arrived");
    }

    function _distribute(uint256 amount) private {
        quote.mint(address(this), amount);
        quote.approve(address(token), amount);
        token.distribute(amount, "");
    }

    function _reason() private view returns (bytes memory) {
        return abi.encodeWithSelector(IEquityToken.PoolIsNotPaid.selector, address(pool));
    }
}
