// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {HolderClass, TokenKind} from "../../../src/types/EquityTypes.sol";
import {RefusingReceiver} from "../../mocks/Receivers.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract ClaimTest is PoolTest {
    /// @dev A quarter of 4 ether: income per share is rounded down, and so a wei stays in the token.
    uint256 private constant QUARTER = 1 ether - 1;
    uint256 private constant QUARTER_SHARES = 250_000e18;

    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        _give(ben);
    }

    function test_RevertWhen_NothingIsDue() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ben));
        token.claim(ben);
    }

    function test_RevertWhen_AccountNeverHeld() external {
        _realize(token, ada, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, dora));
        token.claim(dora);
    }

    function test_RevertWhen_AccountIsTheZeroAddress() external {
        _realize(token, ada, 1 ether);
        vm.expectRevert(IEquityToken.ClaimToZeroAddress.selector);
        token.claim(address(0));
    }

    function test_RevertWhen_TreasuryIsNotTheCaller() external {
        INetworkToken network = _formWith(token, ada, QUARTER_SHARES);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
        _realize(token, ada, 4 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.OnlyOwnHarvest.selector, address(network)));
        token.claim(address(network));
        assertEq(token.claimable(address(network)), QUARTER, "all stays claimable");
    }

    function test_Claim_ByTheTreasuryItself() external {
        INetworkToken network = _formWith(token, ada, QUARTER_SHARES);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
        _realize(token, ada, 4 ether);
        vm.prank(address(network));
        assertEq(token.claim(address(network)), QUARTER, "paid");
        assertEq(address(network).balance, QUARTER, "arrived");
        assertEq(network.accounted(), 0, "booked by a harvest only");
    }

    /// @dev It got shares before it was a token, and nobody marked it. What a stranger makes it be paid is not lost.
    function test_Claim_ForATreasuryThatIsNotMarked() external {
        PersonalToken benToken = _launch(ben, "BEN");
        _give(registry.predictToken(address(this), TokenKind.Network, 0));
        INetworkToken network = _formWith(benToken, ben, QUARTER_SHARES);
        _stake(network, 0, benToken, ben, QUARTER_SHARES, ben);
        assertEq(uint8(token.classOf(address(network))), uint8(HolderClass.Wallet), "not marked");
        _realize(token, ada, 4 ether);

        vm.prank(dora);
        assertEq(token.claim(address(network)), QUARTER, "paid");
        assertEq(network.unaccounted(), QUARTER, "waits there");
        assertEq(network.absorb(), QUARTER, "and becomes income");
        assertEq(network.claimable(ben), QUARTER - 1, "of its holders");
    }

    function test_RevertWhen_AccountIsExcluded() external {
        IUniswapV3Pool pool = _createPool(address(token));
        _give(address(pool));
        token.exclude(address(pool));
        vm.prank(dora);
        token.distribute{value: 4 ether}(4 ether, "");

        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(pool)));
        token.claim(address(pool));
        assertEq(token.claimable(address(pool)), 0, "nothing is due to it");
        assertApproxEqAbs(token.claim(ben), uint256(4 ether) / 3, 1, "all goes to the others");
    }

    function test_RevertWhen_AccountRefusesTheCoin() external {
        RefusingReceiver refusing = new RefusingReceiver();
        _give(address(refusing));
        _realize(token, ada, 4 ether);

        vm.expectRevert(RefusingReceiver.NoThanks.selector);
        token.claim(address(refusing));
        assertEq(token.claimable(address(refusing)), QUARTER, "all stays claimable");
        assertEq(token.accounted(), 4 ether, "nothing was paid");

        assertEq(token.claim(ben), QUARTER, "nobody else is kept from claiming");
    }

    function test_Claim() external {
        _realize(token, ada, 4 ether);
        uint256 balanceBefore = ben.balance;

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(ben, ben, QUARTER);
        vm.prank(dora);
        uint256 paid = token.claim(ben);

        assertEq(paid, QUARTER, "a quarter");
        assertEq(ben.balance - balanceBefore, paid, "arrived");
        assertEq(token.claimable(ben), 0, "nothing left");
        assertEq(token.debtOf(ben), int256(paid), "paid became debt");
        assertEq(token.balanceOf(ben), QUARTER_SHARES, "shares stay");
        assertEq(token.claimable(ada), 3 ether - 1, "others keep theirs");
        assertEq(token.accounted(), 3 ether + 1, "the token holds less for its holders");
        assertEq(address(token).balance, 3 ether + 1, "the rest is here");

        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ben));
        token.claim(ben);
    }

    function test_Claim_KeepsWhatWasEarnedBeforeATransfer() external {
        _realize(token, ada, 4 ether);
        vm.prank(ben);
        token.transfer(cleo, QUARTER_SHARES);
        assertEq(token.claimable(ben), QUARTER, "earned before");
        assertEq(token.claimable(cleo), 0, "nothing from before");
        _realize(token, ada, 4 ether);
        assertEq(token.claim(ben), QUARTER, "nothing from after");
        assertEq(token.claim(cleo), QUARTER, "earned after");
    }

    function test_Claim_WhileAGainStreams() external {
        vm.prank(ada);
        token.realize{value: 16 ether}(16 ether, 100 days, "");
        skip(25 days);
        uint256 perShare = (uint256(4 ether) << 128) / MILLION;

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(perShare, 12 ether, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(ben, ben, QUARTER);
        assertEq(token.claim(ben), QUARTER, "a quarter of what streamed until now");
        assertEq(token.incomePerShare(), perShare, "accrued");
        assertEq(token.stream().left, 12 ether, "the rest streams on");
        assertEq(token.accounted(), 16 ether - QUARTER, "held for the holders");

        skip(75 days);
        uint256 rest = token.claim(ben);
        assertApproxEqAbs(QUARTER + rest, 4 ether, 2, "and in the end all of it");
        assertEq(token.stream().left, 0, "nothing streams on");
    }

    function testFuzz_Claim_NeverPaysMoreThanWasPaidIn(uint256 shares, uint256 income, uint256 more) external {
        shares = bound(shares, 1, 750_000e18);
        income = bound(income, 1, 400 ether);
        more = bound(more, 1, 400 ether);
        vm.prank(ada);
        token.transfer(cleo, shares);
        _realize(token, ada, income);
        uint256 paid = _claimIfAny(ada) + _claimIfAny(cleo);
        _realize(token, ada, more);
        paid += _claimIfAny(ada) + _claimIfAny(ben) + _claimIfAny(cleo);
        assertLe(paid, income + more, "not more");
        assertLe(income + more - paid, 5, "a wei a holder and an income at most stays");
        assertEq(token.accounted(), income + more - paid, "and is accounted for");
        assertEq(address(token).balance, token.accounted(), "and is here");
    }

    function _claimIfAny(address account) private returns (uint256) {
        return token.claimable(account) == 0 ? 0 : token.claim(account);
    }

    function _give(address to) private {
        vm.prank(ada);
        token.transfer(to, QUARTER_SHARES);
    }
}
