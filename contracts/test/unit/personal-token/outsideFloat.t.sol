// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder} from "../../../src/types/EquityTypes.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract OutsideFloatTest is PoolTest {
    uint256 private constant MOST = 800_000e18;

    PersonalToken private token;
    PersonalToken private treasury;

    /// @dev Ben's token lets in Ada's.
    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        treasury = _launch(ben, "BEN");
        vm.prank(ben);
        treasury.allowDeposit(address(token));
    }

    function _deposit(uint256 shares) private {
        vm.prank(ada);
        token.transfer(address(treasury), shares);
    }

    function _expectTooMuch(uint256 held, uint256 limit) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, held, limit));
    }

    /// @dev What the view says of a deposit before it is tried.
    function _assertCanDeposit(uint256 shares, bool expected) private view {
        (bool allowed, bytes4 reason) = token.canTransfer(ada, address(treasury), shares);
        assertEq(allowed, expected, "as the view says");
        assertEq(reason, expected ? bytes4(0) : IEquityToken.TreasuriesHoldTooMuch.selector, "for that reason");
    }

    /// @dev A network that Ada alone founds.
    function _formFor(uint256 stake) private returns (INetworkToken network) {
        network = _formWith(token, ada, stake);
        vm.prank(ada);
        token.approve(address(network), stake);
    }

    function testFuzz_RevertWhen_NetworkWouldHoldTooMuch(uint256 stake) external {
        stake = bound(stake, MOST + 1, MILLION);
        INetworkToken network = _formFor(stake);
        vm.prank(ada);
        _expectTooMuch(stake, MOST);
        network.stake(0, stake, ada, type(uint256).max);
    }

    function testFuzz_NetworkHoldsUpToThat(uint256 stake) external {
        stake = bound(stake, 1e15, MOST);
        INetworkToken network = _formFor(stake);
        vm.prank(ada);
        network.stake(0, stake, ada, type(uint256).max);
        assertEq(token.treasuryHeld(), stake, "taken in");
    }

    function testFuzz_RevertWhen_TreasuryWouldHoldTooMuch(uint256 shares) external {
        shares = bound(shares, MOST + 1, MILLION);
        _assertCanDeposit(MOST, true);
        _assertCanDeposit(shares, false);
        _expectTooMuch(shares, MOST);
        _deposit(shares);
    }

    function testFuzz_SeveralTreasuriesCountTogether(uint256 first, uint256 second) external {
        first = bound(first, 1e15, MOST);
        second = bound(second, MOST - first + 1, MILLION - first);
        INetworkToken network = _formFor(first);
        vm.prank(ada);
        network.stake(0, first, ada, type(uint256).max);
        _expectTooMuch(first + second, MOST);
        _deposit(second);

        _deposit(MOST - first);
        assertEq(token.treasuryHeld(), MOST, "all that can be");
        _expectTooMuch(MOST + 1, MOST);
        _deposit(1);
    }

    /// @dev With about 400,000 of a million in a pool, treasuries may hold 480,000.
    function test_PoolsDoNotCount() external {
        IUniswapV3Pool pool = _createPool(address(token));
        _provide(pool, address(token), ada, 400_000e18).send(token, ada, 400_000e18);
        token.exclude(address(pool));
        uint256 most = token.eligibleSupply() * 80 / 100;
        assertApproxEqRel(most, 480_000e18, 1e12, "80 percent of the others");
        _assertCanDeposit(most, true);
        _assertCanDeposit(most + 1, false);
        _expectTooMuch(most + 1, most);
        _deposit(most + 1);
        _deposit(most);
        assertEq(token.treasuryHeld(), most, "all that can be");
    }

    /// @dev The bound is asked for on entry only.
    function test_FloatMovesIntoAPool() external {
        IUniswapV3Pool pool = _createPool(address(token));
        token.exclude(address(pool));
        _deposit(MOST);
        vm.prank(ada);
        token.transfer(address(pool), 100_000e18);
        assertEq(token.treasuryHeld(), MOST, "more than 80 percent of the others");
        _expectTooMuch(MOST + 1, 720_000e18);
        _deposit(1);
    }

    function test_GivenBack() external {
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(token, ada, MOST, ONE_TO_ONE);
        founders[1] = _founder(treasury, ben, MOST, ONE_TO_ONE);
        INetworkToken network = _form(founders);
        _stake(network, 0, token, ada, MOST, ada);
        _expectTooMuch(MOST + 1, MOST);
        _deposit(1);

        skip(7 days + 1);
        vm.prank(ada);
        network.unstake(0, MOST);
        assertEq(token.treasuryHeld(), 0, "given back");
        _deposit(MOST);
        assertEq(token.treasuryHeld(), MOST, "as many again");
    }
}
