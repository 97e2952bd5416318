// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {Founder, HolderClass, Hop, TokenKind} from "../../src/types/EquityTypes.sol";
import {PermitSigner} from "../utils/PermitSigner.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Attacks on what tokens hold: shares forced on them, taken from them, or trapped in circles of them.
contract TreasuryAttacksTest is WeftTest {
    uint256 private constant LIMIT = 800_000e18;
    uint256 private constant TENTH = 100_000e18;
    uint256 private constant MAX = type(uint256).max;

    PersonalToken private adaToken;
    PersonalToken private benToken;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
    }

    function _give(PersonalToken token, address from, address to, uint256 shares) private {
        vm.prank(from);
        assertTrue(token.transfer(to, shares), "given");
    }

    function _expectTooMuch(uint256 held) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, held, LIMIT));
    }

    function _expectDidNotAsk(address treasury) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, treasury));
    }

    // ----------------------------------------------------------------------------------------------- closed circles

    /// @dev To close a circle of a person and a network, in which all income is trapped.
    function test_Attack_ClosedCircle() external {
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(benToken, ben, LIMIT, ONE_TO_ONE);
        founders[1] = _founder(benToken, dora, 1e18, ONE_TO_ONE);
        _give(benToken, ben, dora, 1e18);
        INetworkToken network = _form(founders);
        _stake(network, 0, benToken, ben, LIMIT, address(benToken));
        vm.startPrank(dora);
        benToken.approve(address(network), MAX);
        _expectTooMuch(LIMIT + 1e18);
        network.stake(1, 1e18, dora, MAX);
        vm.stopPrank();

        _realize(benToken, ben, 10 ether);
        Hop[] memory hops = new Hop[](2);
        hops[0] = _hop(address(network), address(benToken), 400);
        hops[1] = _hop(address(benToken), address(network), 400);
        address[] memory claims = new address[](1);
        claims[0] = address(benToken);
        uint256 paid = settlement.settle(hops, claims, ben, 0, block.timestamp);
        paid += benToken.claim(dora);
        assertApproxEqAbs(paid, 10 ether, 10, "all of it leaks to people");
    }

    /// @dev To close a circle of networks, through several that each hold little of the next.
    function test_Attack_ClosedCircleOfNetworks() external {
        INetworkToken first = _formWith(adaToken, ada, TENTH);
        _stake(first, 0, adaToken, ada, TENTH, ada);
        PersonalToken share = PersonalToken(payable(address(first)));
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(share, ada, TENTH * 8 / 10, ONE_TO_ONE);
        founders[1] = _founder(share, dora, TENTH / 10, ONE_TO_ONE);
        INetworkToken second = _form(founders);
        _stake(second, 0, share, ada, TENTH * 8 / 10, ada);
        _give(share, ada, dora, TENTH / 10);
        vm.startPrank(dora);
        share.approve(address(second), MAX);
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, TENTH * 9 / 10, TENTH * 8 / 10)
        );
        second.stake(1, TENTH / 10, dora, MAX);
        vm.stopPrank();
        assertEq(first.networksHeld(), TENTH * 8 / 10, "as much as may be");
    }

    /// @dev To pass the bound by new shares to a treasury, or by deposits.
    function test_Attack_BoundByOtherDoors() external {
        vm.startPrank(ben);
        benToken.allowDeposit(address(adaToken));
        vm.stopPrank();
        _give(adaToken, ada, address(benToken), LIMIT);
        vm.startPrank(ada);
        (bool allowed, bytes4 reason) = adaToken.canTransfer(ada, address(benToken), 1);
        assertFalse(allowed, "said beforehand");
        assertEq(reason, IEquityToken.TreasuriesHoldTooMuch.selector, "why");
        _expectTooMuch(LIMIT + 1);
        adaToken.transfer(address(benToken), 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IEquityToken.TreasuriesHoldTooMuch.selector, LIMIT + TENTH, (MILLION + TENTH) * 80 / 100
            )
        );
        adaToken.issue(address(benToken), TENTH);
        vm.stopPrank();
    }

    /// @dev To make a founder's whole stake fail with a wei in another treasury: the person issues a wei or two.
    function test_Attack_DustGriefingOfBounds() external {
        _launch(dora, "DORA");
        address doras = registry.personalTokenOf(dora);
        _give(adaToken, ada, dora, 1);
        INetworkToken network = _formWith(adaToken, ada, LIMIT);
        vm.startPrank(dora);
        PersonalToken(payable(doras)).allowDeposit(address(adaToken));
        adaToken.transfer(doras, 1);
        vm.stopPrank();
        vm.startPrank(ada);
        adaToken.approve(address(network), LIMIT);
        _expectTooMuch(LIMIT + 1);
        network.stake(0, LIMIT, ada, MAX);
        adaToken.issue(ada, 2);
        assertEq(network.stake(0, LIMIT, ada, MAX), LIMIT, "the stake goes through");
        vm.stopPrank();
    }

    // ----------------------------------------------------------------------------------------------- forced deposits

    /// @dev To put shares into a treasury that did not ask: of anything, of itself, of the network's own.
    function test_Attack_ForcedDeposits() external {
        INetworkToken network = _formWith(adaToken, ada, TENTH);
        vm.startPrank(ada);
        _expectDidNotAsk(address(benToken));
        adaToken.transfer(address(benToken), 1);
        _expectDidNotAsk(address(network));
        adaToken.transfer(address(network), 1);
        _expectDidNotAsk(address(adaToken));
        adaToken.transfer(address(adaToken), 1);
        _expectDidNotAsk(address(adaToken));
        adaToken.issue(address(adaToken), 1);
        _expectDidNotAsk(address(network));
        adaToken.issue(address(network), 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, address(adaToken)));
        adaToken.allowDeposit(address(adaToken));
        vm.stopPrank();
        _stake(network, 0, adaToken, ada, TENTH, ada);
        vm.prank(ada);
        _expectDidNotAsk(address(network));
        network.transfer(address(network), 1);
    }

    /// @dev To make a token wanted by asking in its place.
    function test_Attack_AllowDepositsForSomebodyElse() external {
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, ada));
        benToken.allowDeposit(address(adaToken));
        vm.stopPrank();
        vm.startPrank(ben);
        benToken.allowDeposit(address(adaToken));
        benToken.refuseDeposit(address(adaToken));
        vm.stopPrank();
        vm.prank(ada);
        _expectDidNotAsk(address(benToken));
        adaToken.transfer(address(benToken), 1);
    }

    /// @dev To sell for a person, once, what a closed token's holders never agreed to have beside them.
    function test_Attack_TreasuryOnAClosedCapTable() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        vm.startPrank(cleo);
        closed.approveHolder(dora, true);
        closed.transfer(dora, TENTH);
        vm.stopPrank();
        vm.prank(ben);
        benToken.allowDeposit(address(closed));
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, address(benToken)));
        closed.transfer(address(benToken), TENTH);
    }

    // ------------------------------------------------------------------------------------------------ what is inside

    /// @dev To take shares out of a treasury: as its person, by an allowance, or by a signature in its name.
    function test_Attack_TakeFromATreasury() external {
        vm.prank(ben);
        benToken.allowDeposit(address(adaToken));
        _give(adaToken, ada, address(benToken), TENTH);
        assertEq(adaToken.transferableBalanceOf(address(benToken)), 0, "none of it moves");
        (uint8 v, bytes32 r, bytes32 s) =
            PermitSigner.sign(adaToken, adaKey, address(benToken), ada, TENTH, block.timestamp);
        vm.expectRevert(
            abi.encodeWithSelector(bytes4(keccak256("ERC2612InvalidSigner(address,address)")), ada, address(benToken))
        );
        adaToken.permit(address(benToken), ada, TENTH, block.timestamp, v, r, s);
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(
                bytes4(keccak256("ERC20InsufficientAllowance(address,uint256,uint256)")), ben, 0, TENTH
            )
        );
        adaToken.transferFrom(address(benToken), ben, TENTH);
        assertEq(adaToken.balanceOf(address(benToken)), TENTH, "it stays");
    }

    // ------------------------------------------------------------------------------------------------- future clones

    /// @dev To fill a network to be beyond the bound: the own shares are wasted, it earns by them, anyone marks them,
    /// and they count for the next stake.
    function test_Attack_SharesSentToAFutureClone() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        _give(adaToken, ada, future, 790_000e18);
        INetworkToken network = _formWith(adaToken, ada, 20_000e18);
        assertEq(address(network), future, "as foretold");
        vm.expectEmit(address(adaToken));
        emit IEquityToken.HolderClassified(future, HolderClass.Treasury);
        adaToken.reclassify(future);
        assertEq(uint8(adaToken.classOf(future)), uint8(HolderClass.Treasury), "marked");
        assertEq(adaToken.treasuryHeld(), 790_000e18, "counted");
        vm.startPrank(ada);
        adaToken.approve(future, MAX);
        _expectTooMuch(810_000e18);
        network.stake(0, 20_000e18, ada, MAX);
        vm.stopPrank();
    }

    /// @dev The same without the mark: the stake sets it before it is measured.
    function test_Attack_SharesSentToAFutureCloneNeverMarked() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        _give(adaToken, ada, future, 790_000e18);
        INetworkToken network = _formWith(adaToken, ada, 20_000e18);
        vm.startPrank(ada);
        adaToken.approve(future, MAX);
        _expectTooMuch(810_000e18);
        network.stake(0, 20_000e18, ada, MAX);
        vm.stopPrank();
    }

    /// @dev To mark as a treasury what is none, or twice.
    function test_Attack_MarkSomebodyElse() external {
        address[2] memory others = [ben, address(settlement)];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, others[i]));
            adaToken.reclassify(others[i]);
        }
        adaToken.reclassify(address(benToken));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, address(benToken)));
        adaToken.reclassify(address(benToken));
    }

    /// @dev To strand what a network to be is owed by claiming for it before anyone marks it: it waits to be absorbed.
    function test_Attack_ClaimForAFutureClone() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        _give(adaToken, ada, future, TENTH);
        INetworkToken network = _formWith(adaToken, ada, TENTH);
        _realize(adaToken, ada, 10 ether);
        vm.prank(dora);
        uint256 paid = adaToken.claim(future);
        assertEq(network.unaccounted(), paid, "it waits");
        _stake(network, 0, adaToken, ada, TENTH, ada);
        assertEq(network.absorb(), paid, "nothing is lost");
        assertApproxEqAbs(network.claimable(ada), 1 ether, 2, "it goes to the holders");
    }

    // --------------------------------------------------------------------------------------------------- closed tokens

    /// @dev To sell shares of a closed token that can never be sold on, and stop paying for them.
    function test_Attack_ClosedTokenAsATrap() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        vm.startPrank(cleo);
        closed.approveHolder(dora, true);
        closed.approveHolder(ada, true);
        closed.transfer(dora, 2 * TENTH);
        closed.approveHolder(dora, false);
        vm.stopPrank();

        _realize(closed, cleo, 10 ether);
        assertEq(closed.claim(dora), 2 ether - 1, "a holder keeps earning");
        vm.startPrank(dora);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, ben));
        closed.transfer(ben, 1);
        assertTrue(closed.transfer(ada, TENTH), "to an approved holder");
        assertTrue(closed.transfer(cleo, TENTH), "to the person");
        vm.stopPrank();
        assertEq(closed.balanceOf(dora), 0, "out");
    }

    /// @dev The same by handing the token over: the way out leads to who is the person now.
    function test_Attack_ClosedTokenWithoutItsPerson() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        vm.startPrank(cleo);
        closed.approveHolder(dora, true);
        closed.transfer(dora, TENTH);
        closed.approveHolder(dora, false);
        address heir = makeAddr("heir");
        closed.transferPerson(heir);
        vm.stopPrank();
        vm.prank(heir);
        closed.acceptPerson(MILLION);
        vm.startPrank(dora);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, cleo));
        closed.transfer(cleo, TENTH);
        assertTrue(closed.transfer(heir, TENTH), "to the person of now");
        vm.stopPrank();
    }
}
