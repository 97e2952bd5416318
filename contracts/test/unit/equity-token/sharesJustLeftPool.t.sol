// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {ISettlement} from "../../../src/interfaces/ISettlement.sol";
import {Hop} from "../../../src/types/EquityTypes.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

/// @notice Shares that were bought or borrowed from a pool a moment ago catch no income in the same transaction.
/// @dev A test is one transaction unless it says otherwise.
contract SharesJustLeftPoolTest is PoolTest {
    uint256 private constant STAKE = 600_000e18;
    uint256 private constant LOAN = 90_000e18;

    PersonalToken private token;
    INetworkToken private network;
    address private pool;
    PoolUser private user;

    /// @dev The network has an excluded pool, something to harvest, and currency that waits to be absorbed.
    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, STAKE);
        _stake(network, 0, token, ada, STAKE, ada);
        pool = address(_createPool(address(network)));
        user = _provide(IUniswapV3Pool(pool), address(network), ada, 100_000e18);
        network.exclude(pool);
        _realize(token, ada, 4 ether);
        Address.sendValue(payable(address(network)), 1 ether);
        vm.deal(address(user), 10 ether);
    }

    function test_RevertWhen_SharesWereJustBought() external {
        user.sell(address(quote), 1_000e18);
        _expectNoIncome();
        assertEq(network.incomePerShare(), 0, "nothing was divided");
        assertEq(network.unaccounted(), 1 ether, "it waits");
        assertApproxEqAbs(token.claimable(address(network)), 2.4 ether, 1, "it stays claimable");
    }

    function test_RevertWhen_SharesAreBorrowed() external {
        bytes[2] memory calls =
            [abi.encodeCall(IEquityToken.harvest, (address(token))), abi.encodeCall(IEquityToken.absorb, ())];
        for (uint256 i = 0; i < calls.length; ++i) {
            PoolUser borrower = _borrower();
            borrower.plan(address(network), calls[i]);
            borrower.plan(address(network), abi.encodeCall(IEquityToken.claim, (address(borrower))));
            vm.expectRevert(_reason());
            borrower.borrow(address(network), LOAN);
        }
    }

    function test_RevertWhen_SharesWereBorrowedAndGivenBack() external {
        user.borrow(address(network), LOAN);
        _expectNoIncome();
    }

    function test_RevertWhen_SharesWerePassedOn() external {
        user.sell(address(quote), 1_000e18);
        user.send(network, dora, 500e18);
        _expectNoIncome();
    }

    function test_RevertWhen_SharesCameBackIntoThePool() external {
        user.sell(address(quote), 1_000e18);
        user.sell(address(network), 500e18);
        _expectNoIncome();
    }

    function test_Settlement_PassesItOver() external {
        user.sell(address(quote), 1_000e18);
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(token), 1);
        vm.expectEmit(address(settlement));
        emit ISettlement.HopFailed(0, _reason());
        settlement.settle(hops, new address[](0), address(user), 0, block.timestamp);
        assertEq(network.claimable(address(user)), 0, "nothing was caught");
    }

    function test_Claims_GoOn() external {
        vm.prank(dora);
        network.distribute{value: 1 ether}(1 ether, "");
        user.sell(address(quote), 1_000e18);
        uint256 due = network.claimable(ada);
        assertEq(network.claim(ada), due, "what was earned before is paid");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, pool));
        network.claim(pool);
    }

    function test_Shares_MoveOn() external {
        user.sell(address(quote), 1_000e18);
        vm.prank(ada);
        assertTrue(network.transfer(ben, 1e18), "sent");
        assertEq(network.balanceOf(ben), 1e18, "received");
    }

    function test_OtherTokens_TakeIncome() external {
        user.sell(address(quote), 1_000e18);
        vm.prank(dora);
        token.distribute{value: 1 ether}(1 ether, "");
        assertEq(token.accounted(), 5 ether, "the flag is the network's alone");
    }

    function test_SharesThatOnlyWentIn_DoNoHarm() external {
        user.sell(address(network), 1_000e18);
        vm.prank(ada);
        network.transfer(pool, 1e18);
        _takeIncome();
    }

    function test_NothingThatLeft_DoesNoHarm() external {
        vm.prank(pool);
        network.transfer(dora, 0);
        _takeIncome();
    }

    /// forge-config: default.isolate = true
    function test_NextTransaction_TakesIncome() external {
        user.sell(address(quote), 1_000e18);
        _takeIncome();
        assertGt(network.claimable(address(user)), 0, "who holds by then has a part");
    }

    function _takeIncome() private {
        assertApproxEqAbs(network.harvest(address(token)), 2.4 ether, 1, "harvested");
        assertEq(network.absorb(), 1 ether, "absorbed");
        vm.prank(dora);
        network.distribute{value: 1 ether}(1 ether, "");
        assertApproxEqAbs(network.accounted(), 4.4 ether, 1, "all taken in");
    }

    function _expectNoIncome() private {
        vm.expectRevert(_reason());
        network.harvest(address(token));
        vm.expectRevert(_reason());
        network.absorb();
        vm.prank(dora);
        vm.expectRevert(_reason());
        network.distribute{value: 1 ether}(1 ether, "");
    }

    /// @dev Has a tenth of a loan to pay the fee from.
    function _borrower() private returns (PoolUser borrower) {
        borrower = new PoolUser(IUniswapV3Pool(pool));
        vm.prank(ada);
        assertTrue(network.transfer(address(borrower), LOAN / 10), "sent");
    }

    function _reason() private view returns (bytes memory) {
        return abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, pool);
    }
}
