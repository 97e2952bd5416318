// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {BlocklistCurrency} from "../../mocks/Currencies.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract UnstakeHarvestTest is GovernedTest, PoolTest {
    uint256 private constant STAKED = 200_000e18;
    uint256 private constant MINTED = 100_000e18;
    uint256 private constant GAIN = 10 ether;
    /// @dev The network has a fifth of Ada's shares; its part is rounded down.
    uint256 private constant DUE = 2 ether - 1;
    uint256 private constant Q128 = 2 ** 128;
    uint256 private constant MAX_INCOME = 2 ** 110 - 1;
    uint256 private constant MAX_INCOME_PER_SHARE = 2 ** 189 - 1;
    uint256 private constant MIN_SUPPLY = 1e15;

    uint256 private termsId;

    function setUp() public override(GovernedTest, PoolTest) {
        super.setUp();
        termsId = _openExitTerms(_exitTerms(address(adaToken), ada, STAKED));
    }

    function _leave(uint256 amount) private returns (uint256) {
        vm.prank(ada);
        return network.unstake(termsId, amount);
    }

    function test_Unstake_HarvestsFirst() external {
        _realize(adaToken, ada, GAIN);
        uint256 perShare = DUE * Q128 / (2 * MINTED);

        vm.expectEmit(address(adaToken));
        emit IEquityToken.Claimed(address(network), address(network), DUE);
        vm.expectEmit(address(network));
        emit IEquityToken.Accrued(perShare, 0, 2 * MINTED);
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(adaToken), DUE);
        vm.expectEmit(address(network));
        emit IERC20.Transfer(ada, address(0), MINTED);
        vm.expectEmit(address(adaToken));
        emit IERC20.Transfer(address(network), ada, STAKED);
        _leave(STAKED);

        assertEq(adaToken.claimable(address(network)), 0, "harvested");
        assertEq(network.accounted(), DUE, "booked");
        assertApproxEqAbs(network.claimable(ada), DUE / 2, 1, "half of it for who left");
        assertApproxEqAbs(network.claimable(ben), DUE / 2, 1, "and half for who stays");
        uint256 before = ada.balance;
        uint256 paid = network.claim(ada);
        assertEq(ada.balance - before, paid, "paid out after leaving");
    }

    function test_Unstake_OfTheLastSharesHarvestsFirst() external {
        INetworkToken small = _formWith(adaToken, ada, STAKED);
        _stake(small, 0, adaToken, ada, STAKED, ada);
        vm.prank(small.governor());
        termsId = small.createExitTerms(_exitTerms(address(adaToken), ada, STAKED));
        skip(OPENING_DELAY);
        _realize(adaToken, ada, GAIN);
        vm.prank(ada);
        small.unstake(termsId, STAKED);
        assertEq(small.totalSupply(), 0, "no shares");
        assertApproxEqAbs(small.claimable(ada), DUE, 2, "and all of it, but for rounding");
        assertEq(small.accounted(), DUE, "booked");
    }

    function test_Unstake_WhenNothingIsDue() external {
        vm.recordLogs();
        _leave(STAKED);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            assertNotEq(logs[i].topics[0], IEquityToken.Harvested.selector, "no income");
        }
        assertEq(network.accounted(), 0, "booked");
        assertEq(network.incomePerShare(), 0, "accrued");
    }

    /// @dev Here the currency refuses to pay the network.
    function test_Unstake_WhenTheHarvestFails() external {
        BlocklistCurrency dollar = new BlocklistCurrency();
        _deploy(address(dollar));
        adaToken = _launch(ada, "ADA");
        network = _formWith(adaToken, ada, STAKED);
        _stake(network, 0, adaToken, ada, STAKED, ada);
        vm.prank(network.governor());
        termsId = network.createExitTerms(_exitTerms(address(adaToken), ada, STAKED));
        skip(OPENING_DELAY);
        dollar.mint(ada, GAIN);
        vm.startPrank(ada);
        dollar.approve(address(adaToken), GAIN);
        adaToken.realize(GAIN, 0, "");
        vm.stopPrank();
        dollar.setBlocked(address(network), true);

        assertEq(_leave(STAKED), STAKED, "left");
        assertEq(adaToken.balanceOf(ada), MILLION, "with the stake");
        assertEq(adaToken.claimable(address(network)), DUE, "what is due stays due");
        assertEq(network.accounted(), 0, "and is not booked");
    }

    function test_Unstake_WhenTheIncomeWouldBeAboveTheLimit() external {
        vm.deal(dora, MAX_INCOME);
        vm.prank(dora);
        network.distribute{value: MAX_INCOME}(MAX_INCOME, "");
        _realize(adaToken, ada, GAIN);
        assertEq(_leave(STAKED), MINTED, "left");
        assertEq(adaToken.balanceOf(ada), MILLION, "with the stake");
        assertEq(network.accounted(), MAX_INCOME, "nothing more is booked");
        assertEq(network.unaccounted(), DUE, "what came waits");
    }

    /// @dev So few shares were given so much before that no more can be divided among them.
    function test_Unstake_WhenIncomePerShareWouldBeAboveTheLimit() external {
        network = _formWith(adaToken, ada, MIN_SUPPLY);
        _stake(network, 0, adaToken, ada, MIN_SUPPLY, ada);
        vm.prank(network.governor());
        termsId = network.createExitTerms(_exitTerms(address(adaToken), ada, MIN_SUPPLY));
        skip(OPENING_DELAY);
        uint256 most = Math.mulDiv(MAX_INCOME_PER_SHARE, MIN_SUPPLY, Q128);
        vm.deal(dora, most);
        vm.startPrank(dora);
        network.distribute{value: MAX_INCOME}(MAX_INCOME, "");
        network.claim(ada);
        network.distribute{value: most - MAX_INCOME}(most - MAX_INCOME, "");
        vm.stopPrank();
        _realize(adaToken, ada, 1e12 ether);
        uint256 due = adaToken.claimable(address(network));
        assertGt(due, 1, "something is due");

        assertEq(_leave(MIN_SUPPLY), MIN_SUPPLY, "left");
        assertEq(adaToken.claimable(address(network)), 0, "what was due came");
        assertEq(network.unaccounted(), due, "and waits");
        assertEq(network.accounted(), most - MAX_INCOME + 1, "nothing more is booked");
    }

    function test_Unstake_WhenSharesJustLeftAPool() external {
        IUniswapV3Pool pool = _createPool(address(network));
        PoolUser user = _provide(pool, address(network), ben, 10_000e18);
        network.exclude(address(pool));
        _realize(adaToken, ada, GAIN);
        quote.mint(address(user), 1e18);
        user.sell(address(quote), 1e18);

        _leave(STAKED);
        assertEq(adaToken.balanceOf(ada), MILLION, "with the stake");
        assertEq(adaToken.claimable(address(network)), 0, "what was due came");
        assertEq(network.unaccounted(), DUE, "and waits");
        assertEq(network.accounted(), 0, "for nobody yet");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        network.absorb();
    }

    /// @dev All but a speck of the network's shares is in a pool.
    function test_Unstake_WhenTooFewSharesTakePart() external {
        INetworkToken small = _formWith(adaToken, ada, STAKED);
        _stake(small, 0, adaToken, ada, STAKED, ada);
        IUniswapV3Pool pool = _createPool(address(small));
        vm.prank(ada);
        assertTrue(small.transfer(address(pool), STAKED - 1e14), "sent");
        small.exclude(address(pool));
        vm.prank(small.governor());
        termsId = small.createExitTerms(_exitTerms(address(adaToken), ada, 1e14));
        skip(OPENING_DELAY);
        _realize(adaToken, ada, GAIN);

        vm.prank(ada);
        small.unstake(termsId, 1e13);
        assertEq(adaToken.balanceOf(ada), MILLION - 2 * STAKED + 1e13, "back");
        assertEq(small.unaccounted(), DUE, "what was due waits");
        assertEq(small.accounted(), 0, "for nobody yet");
        assertEq(small.eligibleSupply(), 1e14 - 1e13, "since too few take part");
    }
}
