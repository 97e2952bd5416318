// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EquityRegistry} from "../../src/EquityRegistry.sol";
import {NetworkToken} from "../../src/NetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {LedgerHarness, LedgerRegistry} from "../mocks/LedgerHarness.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {Founder, HolderClass, Hop, TokenKind} from "../../src/types/EquityTypes.sol";
import {ReenteringReceiver, RefusingReceiver} from "../mocks/Receivers.sol";
import {PermitSigner} from "../utils/PermitSigner.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice What somebody might try, and why it brings nothing.
contract AttacksTest is WeftTest {
    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    function _give(address to, uint256 amount) private {
        vm.prank(ada);
        token.transfer(to, amount);
    }

    // ------------------------------------------------------------------------------------------------- receivers

    function test_Attack_ReentryFromAReceiver() external {
        ReenteringReceiver receiver = new ReenteringReceiver();
        _give(address(receiver), 500_000e18);
        bytes[4] memory calls = [
            abi.encodeCall(IEquityToken.claim, (address(receiver))),
            abi.encodeCall(IEquityToken.absorb, ()),
            abi.encodeCall(IEquityToken.distribute, (0, "")),
            abi.encodeCall(IEquityToken.harvest, (address(token)))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            _realize(token, ada, 2 ether);
            receiver.reenter(address(token), calls[i]);
            uint256 due = token.claimable(address(receiver));
            assertEq(token.claim(address(receiver)), due, "paid once");
            assertTrue(receiver.called(), "it tried");
            assertFalse(receiver.succeeded(), "and failed");
            assertEq(
                bytes4(receiver.reason()),
                ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector,
                "at the guard"
            );
        }
        assertGe(address(token).balance, token.claimable(ada), "solvent");
    }

    /// @dev Shares may move while a claim pays: the debt is written before, so nothing is due twice.
    function test_Attack_ReentryByTransferOfTheSharesThatArePaid() external {
        ReenteringReceiver receiver = new ReenteringReceiver();
        _give(address(receiver), 500_000e18);
        _realize(token, ada, 2 ether);
        receiver.reenter(address(token), abi.encodeWithSignature("transfer(address,uint256)", ben, 500_000e18));
        token.claim(address(receiver));
        assertTrue(receiver.succeeded(), "moved in the middle");
        assertEq(token.claimable(ben), 0, "and nothing is due for what was paid");
        assertEq(token.claimable(address(receiver)), 0, "to either");
    }

    function test_Attack_RefusingReceiverInASettlement() external {
        RefusingReceiver refusing = new RefusingReceiver();
        _give(address(refusing), 250_000e18);
        NetworkToken network = _formWith(token, ada, 250_000e18);
        _stake(network, 0, token, ada, 250_000e18, ada);
        _realize(token, ada, 4 ether);
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(token), 1);
        address[] memory claims = new address[](1);
        claims[0] = address(token);
        assertEq(settlement.settle(hops, claims, address(refusing), 0, block.timestamp), 0, "it is not paid");
        assertGt(network.totalIncome(), 0, "everybody else is served");
        assertEq(token.claimable(address(refusing)), 1 ether - 1, "and it stays claimable");
    }

    // ----------------------------------------------------------------------------------------------------- supply

    function test_Attack_DonationInflation() external {
        NetworkToken network = _formWith(token, ada, 250_000e18);
        Address.sendValue(payable(network), 100 ether);
        assertEq(network.previewStake(0, ada, 250_000e18), 250_000e18, "a gift moves no rate");
        _stake(network, 0, token, ada, 250_000e18, ada);
        network.absorb();
        assertApproxEqAbs(network.claimable(ada), 100 ether, 1, "and goes to the first holders");
    }

    function test_Attack_SupplyOfOneWei() external {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1, 1e15));
        registry.launch("Ben", "BEN", 1, URI, true);

        LedgerRegistry ledgerRegistry = new LedgerRegistry();
        LedgerHarness ledger = new LedgerHarness(address(ledgerRegistry));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1, 1e15));
        ledger.mint(ben, 1);
        ledger.mint(ben, 1e15);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1, 1e15));
        ledger.burn(ben, 1e15 - 1);
        ledger.burn(ben, 1e15);
        assertEq(ledger.totalSupply(), 0, "all or enough");
    }

    function test_Attack_DilutionBeyondMaxMemberSupply() external {
        LedgerHarness member = _harnessAsMember();
        Founder[] memory founders = new Founder[](1);
        founders[0] = Founder({
            member: address(member),
            account: ben,
            stake: 100e18,
            rate: ONE_TO_ONE,
            maxMemberSupply: member.totalSupply()
        });
        NetworkToken network = _form(founders);
        vm.prank(ben);
        member.approve(address(network), 100e18);
        member.mint(ben, 1);
        uint256 supply = member.totalSupply();
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(INetworkToken.MemberSupplyAboveTerms.selector, supply, supply - 1));
        network.stake(0, 100e18, ben, type(uint256).max);
    }

    function test_Attack_DilutionBeyondMaxNetworkSupply() external {
        PersonalToken benToken = _launch(ben, "BEN");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(token, ada, 100e18, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, 100e18, 9e18);
        NetworkToken network = _form(founders);
        uint256 expected = network.previewStake(0, ada, 100e18);
        _stake(network, 1, benToken, ben, 100e18, ben);
        vm.startPrank(ada);
        token.approve(address(network), 100e18);
        vm.expectRevert(abi.encodeWithSelector(INetworkToken.NetworkSupplyAboveMaximum.selector, 1_000e18, expected));
        network.stake(0, 100e18, ada, expected);
    }

    function test_Attack_AmountsBeyondTheLimits() external {
        vm.deal(ada, type(uint256).max);
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, 1 << 200, 2 ** 110 - 1));
        token.realize{value: 1 << 200}(1 << 200, 0, "");
        token.approve(ben, type(uint256).max);
        (bool allowed,) = token.canTransfer(ada, ben, type(uint256).max);
        assertFalse(allowed, "more than there is");
        vm.stopPrank();
        vm.prank(ben);
        vm.expectPartialRevert(bytes4(keccak256("ERC20InsufficientBalance(address,uint256,uint256)")));
        token.transferFrom(ada, ben, type(uint256).max);
    }

    /// @dev At every limit at once transfers and claims still work to the wei.
    function test_Attack_ArithmeticAtTheLimits() external {
        LedgerHarness ledger = new LedgerHarness(address(new LedgerRegistry()));
        uint256 income = 2 ** 110 - 1;
        vm.deal(address(this), income);
        ledger.mint(ada, 1e15);
        ledger.distribute{value: income}(income, "");
        ledger.mint(ben, type(uint96).max - 1e15);
        assertEq(ledger.claimable(ben), 0, "new shares have no part in the past");
        vm.prank(ben);
        ledger.transfer(ada, type(uint96).max - 1e15);
        assertApproxEqAbs(ledger.claimable(ada), income, 2, "what was earned stays");
        vm.prank(ada);
        ledger.transfer(ben, type(uint96).max);
        assertApproxEqAbs(ledger.claim(ada), income, 4, "and is paid");
        assertEq(ledger.claimable(ben), 0, "to nobody twice");
    }

    function test_Attack_AThousandTinyIncomes() external {
        _give(ben, 500_000e18);
        for (uint256 i = 0; i < 1_000; ++i) {
            token.distribute{value: 1}(1, "");
        }
        assertApproxEqAbs(token.claimable(ada), 500, 1, "half of them");
        assertApproxEqAbs(token.claimable(ben), 500, 1, "half of them");
    }

    // ------------------------------------------------------------------------------------------------------ tokens

    function test_Attack_SelfMember() external {
        Founder[] memory founders = new Founder[](1);
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        founders[0] = _founder(PersonalToken(payable(future)), ada, 1e18, ONE_TO_ONE);
        vm.expectRevert(abi.encodeWithSelector(INetworkToken.MemberIsNetwork.selector, future));
        _form(founders);
    }

    function test_Attack_HostileMember() external {
        LedgerHarness fake = new LedgerHarness(address(registry));
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(fake, ada, 1e18, ONE_TO_ONE);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, address(fake)));
        _form(founders);
    }

    function test_Attack_ClosedCircle() external {
        PersonalToken benToken = _launch(ben, "BEN");
        NetworkToken network = _formWith(benToken, ben, MILLION);
        vm.startPrank(ben);
        benToken.approve(address(network), MILLION);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, MILLION, 800_000e18));
        network.stake(0, MILLION, address(benToken), type(uint256).max);
    }

    /// @dev Somebody may waste the own shares on the address of a token to come. That token earns by them, is marked
    /// by anyone, and counts against the bound on the next stake.
    function test_Attack_SharesSentToAFutureClone() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        _give(future, 790_000e18);
        _realize(token, ada, 10 ether);
        NetworkToken network = _formWith(token, ada, 20_000e18);

        token.reclassify(address(network));
        assertEq(uint8(token.classOf(future)), uint8(HolderClass.Treasury), "marked");
        vm.startPrank(ada);
        token.approve(future, 20_000e18);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, 810_000e18, 800_000e18));
        network.stake(0, 20_000e18, ada, type(uint256).max);
        vm.stopPrank();
    }

    /// @dev Before anyone marks it, anyone may also claim for it: what is paid waits there to be absorbed.
    function test_Attack_ClaimForAFutureClone() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        _give(future, 100_000e18);
        NetworkToken network = _formWith(token, ada, 100_000e18);
        _realize(token, ada, 10 ether);
        uint256 paid = token.claim(future);
        _stake(network, 0, token, ada, 100_000e18, ada);
        assertEq(network.absorb(), paid, "nothing is lost");
    }

    function test_Attack_ClosedTokenAsATrap() external {
        PersonalToken closed = _launch(ben, "BEN", MILLION, false);
        vm.startPrank(ben);
        closed.approveHolder(cleo, true);
        closed.transfer(cleo, 250_000e18);
        closed.approveHolder(cleo, false);
        vm.stopPrank();

        _realize(closed, ben, 4 ether);
        assertEq(closed.claim(cleo), 1 ether - 1, "a holder keeps earning");
        vm.prank(cleo);
        closed.transfer(ben, 250_000e18);
        assertEq(closed.balanceOf(cleo), 0, "and may always send to the person");
    }

    // -------------------------------------------------------------------------------------------------- signatures

    function test_Attack_PermitFrontRun() external {
        NetworkToken network = _formWith(token, ada, 1e18);
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, adaKey, ada, address(network), 1e18, block.timestamp);
        vm.prank(dora);
        token.permit(ada, address(network), 1e18, block.timestamp, v, r, s);
        vm.prank(ada);
        network.stakeWithPermit(0, 1e18, ada, type(uint256).max, block.timestamp, v, r, s);
        assertEq(network.balanceOf(ada), 1e18, "the stake goes through");
    }

    function test_Attack_PermitReplayOnAnotherChain() external {
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, adaKey, ada, dora, 1e18, block.timestamp);
        vm.chainId(block.chainid + 1);
        vm.expectPartialRevert(bytes4(keccak256("ERC2612InvalidSigner(address,address)")));
        token.permit(ada, dora, 1e18, block.timestamp, v, r, s);
    }

    /// @dev The stake spends only the caller's shares, and only for the caller's terms.
    function test_Attack_StakeOfSomebodyElsesAllowance() external {
        NetworkToken network = _formWith(token, ada, 1e18);
        vm.prank(ada);
        token.approve(address(network), 1e18);
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(INetworkToken.TermsNotForAccount.selector, 0, ada, dora));
        network.stake(0, 1e18, dora, type(uint256).max);
    }

    // ---------------------------------------------------------------------------------------------------- strangers

    function test_Attack_StrangerPaysOnlyTheOwner() external {
        _give(ben, 500_000e18);
        _realize(token, ada, 2 ether);
        uint256 strangerBefore = dora.balance;
        uint256 benBefore = ben.balance;
        vm.startPrank(dora);
        token.claim(ben);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, dora));
        token.claim(dora);
        vm.stopPrank();
        assertEq(dora.balance, strangerBefore, "nothing for the stranger");
        assertEq(ben.balance - benBefore, 1 ether - 1, "all for the owner");
    }

    /// @dev A registered harness: a personal token whose supply the test can raise, as issuing shares will.
    function _harnessAsMember() private returns (LedgerHarness member) {
        uint256 nonce = vm.getNonce(address(this));
        address future = vm.computeCreateAddress(address(this), nonce + 2);
        LedgerHarness implementation = new LedgerHarness(future);
        NetworkToken networks = new NetworkToken(future, address(0));
        registry = new EquityRegistry(address(0), address(implementation), address(networks));
        member = LedgerHarness(payable(address(_launch(ben, "BEN"))));
    }
}
