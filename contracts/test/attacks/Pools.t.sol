// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {Founder, HolderClass} from "../../src/types/EquityTypes.sol";
import {ClaimPayer} from "../mocks/ClaimPayer.sol";
import {PlainCurrency} from "../mocks/Currencies.sol";
import {LyingPool} from "../mocks/LyingPool.sol";
import {PoolUser} from "../mocks/PoolUser.sol";
import {PoolTest} from "../utils/PoolTest.sol";

/// @notice Attacks with shares that a pool lends or sells for a moment.
contract PoolsAttacksTest is PoolTest {
    uint256 private constant IN_POOL = 100_000e18;
    uint256 private constant LOAN = 50_000e18;
    uint256 private constant GAIN = 10 ether;
    uint256 private constant BLOCK_TIME = 12;

    PersonalToken private token;
    INetworkToken private network;
    IUniswapV3Pool private pool;
    PoolUser private attacker;

    /// @dev A tenth of a network is in a pool; the rest is Ada's. It holds a fifth of her token.
    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, 200_000e18);
        _stake(network, 0, token, ada, 200_000e18, ada);
    }

    function _open(address shares) private {
        pool = _createPool(shares);
        _provide(pool, shares, ada, uint128(IN_POOL / 2));
        attacker = new PoolUser(pool);
        quote.mint(address(attacker), 1_000_000e18);
    }

    /// @dev What an attacker who borrowed shares does with them fails at the source.
    function _assertLoanBringsNothing(bytes memory call) private {
        attacker = new PoolUser(pool);
        quote.mint(address(attacker), 1_000e18);
        vm.prank(ada);
        assertTrue(network.transfer(address(attacker), 1_000e18), "the fee");
        attacker.plan(address(network), call);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        attacker.borrow(address(network), LOAN / 2);
    }

    // ------------------------------------------------------------------------------------------------- flash loans

    /// @dev To take part in income with shares that were borrowed for a single transaction.
    function test_Attack_IncomeByFlashLoan() external {
        _open(address(network));
        network.exclude(address(pool));
        _realize(token, ada, GAIN);
        vm.deal(address(network), 1 ether);
        uint256 accounted = network.accounted();
        _assertLoanBringsNothing(abi.encodeCall(IEquityToken.harvest, (address(token))));
        _assertLoanBringsNothing(abi.encodeCall(IEquityToken.absorb, ()));
        _assertLoanBringsNothing(abi.encodeCall(IEquityToken.distribute, (0, "")));
        assertEq(network.accounted(), accounted, "nothing was booked");
        assertGt(token.claimable(address(network)), 0, "all of it waits");
    }

    /// @dev To hide the loan behind a purchase: bought, harvested and sold in one transaction.
    function test_Attack_IncomeBySwapInOneTransaction() external {
        _open(address(network));
        network.exclude(address(pool));
        _realize(token, ada, GAIN);
        attacker.sell(address(quote), 10_000e18);
        assertGt(network.balanceOf(address(attacker)), 0, "bought");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        network.harvest(address(token));
    }

    /// @dev To exclude a pool with its shares in hand, and share in what it had accrued.
    function test_Attack_ExcludeByFlashLoan() external {
        _open(address(network));
        _realize(token, ada, GAIN);
        network.harvest(address(token));
        assertGt(network.claimable(address(pool)), 0, "the pool accrued something");
        _assertLoanBringsNothing(abi.encodeCall(IEquityToken.exclude, (address(pool))));
        assertEq(uint8(network.classOf(address(pool))), uint8(HolderClass.Wallet), "as it was");
    }

    /// @dev To borrow from a pool that nobody excluded: all it takes is the pool's own part.
    function test_Attack_FlashLoanOfAPoolThatIsNotExcluded() external {
        _open(address(network));
        _realize(token, ada, GAIN);
        uint256 part = token.claimable(address(network));
        uint256 adas = part * network.balanceOf(ada) / network.totalSupply();
        vm.prank(ada);
        assertTrue(network.transfer(address(attacker), 200e18), "the fee");
        attacker.plan(address(network), abi.encodeCall(IEquityToken.harvest, (address(token))));
        attacker.borrow(address(network), LOAN / 2);
        uint256 lost = part * 200e18 / network.totalSupply();
        assertApproxEqAbs(network.claimable(ada), adas - lost, 2, "the others have all that they would have");
    }

    // ---------------------------------------------------------------------------------------------------- one block

    /// @dev To buy from a pool for the moment of a gain: gains take a day at least then, a block is next to nothing.
    /// forge-config: default.isolate = true
    function test_Attack_BuyForTheBlockOfAGain() external {
        _open(address(token));
        token.exclude(address(pool));
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.DurationOutOfRange.selector, 0, 1 days, 1461 days));
        token.realize{value: GAIN}(GAIN, 0, "");
        vm.stopPrank();

        uint256 before = quote.balanceOf(address(attacker));
        attacker.sell(address(quote), 10_000e18);
        vm.prank(ada);
        token.realize{value: GAIN}(GAIN, 1 days, "");
        skip(BLOCK_TIME);
        uint256 shares = token.balanceOf(address(attacker));
        attacker.sell(address(token), shares);
        uint256 most = GAIN * BLOCK_TIME / 1 days * shares / token.eligibleSupply();
        assertLe(token.claimable(address(attacker)), most + 1, "a block's part");
        assertLt(most, before - quote.balanceOf(address(attacker)), "costs more than it brings");
    }

    /// @dev The person hurries a gain that must take a day by issuing a wei, for a friend who bought a moment ago.
    /// forge-config: default.isolate = true
    function test_Attack_HurryAGainByIssuing() external {
        _open(address(token));
        token.exclude(address(pool));
        attacker.sell(address(quote), 10_000e18);
        uint256 shares = token.balanceOf(address(attacker));
        vm.startPrank(ada);
        token.realize{value: GAIN}(GAIN, 1 days, "");
        uint256 end = block.timestamp + 1 days;
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.StreamStillRuns.selector, GAIN, end));
        token.issue(ada, 1);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.DurationOutOfRange.selector, 0, 1 days, 1461 days));
        token.shortenStream(0);
        vm.stopPrank();
        attacker.sell(address(token), shares);
        assertEq(token.claimable(address(attacker)), 0, "nothing for a moment");
    }

    /// @dev To buy for the block of a harvest: where somebody harvests daily, the pool's fee is more than that brings.
    /// forge-config: default.isolate = true
    function test_Attack_BuyForTheBlockOfAHarvest() external {
        _open(address(network));
        network.exclude(address(pool));
        vm.prank(ada);
        token.realize{value: GAIN}(GAIN, 365 days, "");
        skip(1 days);
        uint256 before = quote.balanceOf(address(attacker));
        attacker.sell(address(quote), 10_000e18);
        network.harvest(address(token));
        attacker.sell(address(network), network.balanceOf(address(attacker)));
        uint256 won = network.claimable(address(attacker));
        assertLt(won, before - quote.balanceOf(address(attacker)), "costs more than it brings");
    }

    /// @dev The person borrows all that is in the pool, so that none seems to be, and hurries what streams for others.
    function test_Attack_HurryAStreamByFlashLoan() external {
        _open(address(token));
        token.exclude(address(pool));
        PoolUser person = new PoolUser(pool);
        vm.startPrank(ada);
        token.realize{value: GAIN}(GAIN, 365 days, "");
        assertTrue(token.transfer(address(person), 1_000e18), "the fee");
        token.transferPerson(address(person));
        vm.stopPrank();
        vm.prank(address(person));
        token.acceptPerson(MILLION);
        uint256 most = token.balanceOf(address(pool));
        person.plan(address(token), abi.encodeCall(IPersonalToken.shortenStream, (0)));
        person.plan(address(token), abi.encodeCall(IEquityToken.claim, (address(person))));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        person.borrow(address(token), most);
        assertEq(token.stream().left, GAIN, "it streams as before");
    }

    /// @dev To pay a gain in within a second for a friend, while the pool's shares are lent out and none seem to be there.
    function test_Attack_InstantGainByFlashLoan() external {
        _open(address(token));
        token.exclude(address(pool));
        PoolUser person = new PoolUser(pool);
        vm.startPrank(ada);
        assertTrue(token.transfer(address(person), 1_000e18), "the fee");
        token.transferPerson(address(person));
        vm.stopPrank();
        vm.prank(address(person));
        token.acceptPerson(MILLION);
        uint256 most = token.balanceOf(address(pool));
        person.plan(address(token), abi.encodeCall(IPersonalToken.realize, (0, 1, "")));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        person.borrow(address(token), most);
    }

    // ------------------------------------------------------------------------------------------------------- float

    /// @dev To keep a treasury in a failed network by taking float away: what moves between treasuries counts as before.
    function test_Attack_LeaveHeldBackByTheFloat() external {
        PersonalToken doraToken = _launch(dora, "DORA");
        vm.prank(ada);
        assertTrue(token.transfer(dora, 590_000e18), "Dora holds much");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(token, dora, 590_000e18, ONE_TO_ONE);
        founders[1] = _founder(token, cleo, 1e18, ONE_TO_ONE);
        network = _form(founders);
        _stake(network, 0, token, dora, 590_000e18, address(doraToken));
        _open(address(token));
        token.exclude(address(pool));
        assertGt(token.treasuryHeld(), token.eligibleSupply() * 80 / 100, "more than may be");
        vm.warp(network.foundingEnds() + 1);
        vm.prank(dora);
        doraToken.leave(address(network), 0, 590_000e18);
        assertEq(token.balanceOf(address(doraToken)), 590_000e18, "in the treasury");
    }

    // ------------------------------------------------------------------------------------------------- false pools

    /// @dev To take a rival out of income by calling it a pool.
    function test_Attack_ExcludeWhatIsNoPool() external {
        LyingPool liar = new LyingPool(address(token), address(quote), POOL_FEE);
        _createPool(address(token));
        address[3] memory rivals = [ada, address(liar), address(quote)];
        for (uint256 i = 0; i < rivals.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotPoolOfToken.selector, rivals[i]));
            token.exclude(rivals[i]);
        }
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToExclude.selector, address(network)));
        token.exclude(address(network));
        assertEq(token.eligibleSupply(), token.totalSupply(), "all take part");
    }

    /// @dev To exclude a pool of another token, or of another factory, which holds shares for its owner.
    function test_Attack_ExcludeAPoolOfSomethingElse() external {
        IUniswapV3Pool other = _createPool(address(network));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotPoolOfToken.selector, address(other)));
        token.exclude(address(other));

        address factory =
            deployCode("node_modules/@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json");
        address foreign = IUniswapV3Factory(factory).createPool(address(token), address(quote), POOL_FEE);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotPoolOfToken.selector, foreign));
        token.exclude(foreign);
    }

    /// @dev To spoil the person's instant gains for ever with a wei in a pool: so little is no pool that matters.
    function test_Attack_DustInAPool() external {
        pool = _createPool(address(token));
        vm.prank(ada);
        assertTrue(token.transfer(address(pool), 1), "dust");
        token.exclude(address(pool));
        _realize(token, ada, GAIN);
        assertApproxEqAbs(token.claimable(ada) + token.claimable(address(network)), GAIN, 2, "all is the holders'");
    }

    /// @dev To claim as a pool that is out of income, or be paid by passing through one.
    function test_Attack_EarnAsAPool() external {
        _open(address(token));
        token.exclude(address(pool));
        vm.prank(ada);
        token.realize{value: GAIN}(GAIN, 1 days, "");
        skip(1 days);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(pool)));
        token.claim(address(pool));
        attacker.sell(address(quote), 10_000e18);
        assertEq(token.claimable(address(attacker)), 0, "what comes out of it has no past");
    }

    // ------------------------------------------------------------------------------------------- the pool's own part

    function _openOnCurrency() private returns (ClaimPayer payer, uint256 due) {
        quote = new PlainCurrency(18);
        _deploy(address(quote));
        token = _launch(ada, "ADA");
        pool = _createPool(address(token));
        _provide(pool, address(token), ada, IN_POOL);
        quote.mint(ada, 1_000e18);
        vm.startPrank(ada);
        quote.approve(address(token), 1_000e18);
        token.realize(1_000e18, 0, "");
        vm.stopPrank();
        payer = new ClaimPayer(pool, token);
        due = token.claimable(address(pool));
    }

    /// @dev To buy shares and have the pool paid with what it can claim itself.
    function test_Attack_PayAPoolWithItsOwnClaim() external {
        (ClaimPayer payer, uint256 due) = _openOnCurrency();
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.PoolIsNotPaid.selector, address(pool)));
        payer.buy(due - 1);
        assertEq(token.balanceOf(address(payer)), 0, "no shares");
        assertEq(token.claimable(address(pool)), due, "it stays for when the pool is excluded");
    }

    /// @dev To borrow currency and have the pool paid back with what it can claim itself.
    function test_Attack_RepayAPoolWithItsOwnClaim() external {
        (ClaimPayer payer, uint256 due) = _openOnCurrency();
        uint256 fee = due * POOL_FEE / 1e6 + 1;
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.PoolIsNotPaid.selector, address(pool)));
        payer.borrow(due, fee);
        assertEq(quote.balanceOf(address(payer)), 0, "no currency");
        assertEq(token.claimable(address(pool)), due, "it stays for when the pool is excluded");
    }

    // -------------------------------------------------------------------------------------------------------- votes

    /// @dev To vote with what is in a pool.
    function test_Attack_VotesOfAPool() external {
        _open(address(network));
        uint256 held = network.balanceOf(address(pool));
        network.exclude(address(pool));
        assertEq(network.getVotes(address(pool)), 0, "no votes");
        skip(1);
        assertEq(network.getPastTotalSupply(block.timestamp - 1), network.totalSupply() - held, "nor in the quorum");
    }
}
