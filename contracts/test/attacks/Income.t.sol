// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {Founder, Hop} from "../../src/types/EquityTypes.sol";
import {LedgerHarness, LedgerRegistry} from "../mocks/LedgerHarness.sol";
import {Yes} from "../mocks/Receivers.sol";
import {StreamTest} from "../utils/StreamTest.sol";

/// @notice Attacks on what comes in and whom it belongs to.
contract IncomeAttacksTest is StreamTest {
    uint256 private constant TENTH = 100_000e18;
    uint256 private constant DAY = 1 days;

    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    function _give(address from, address to, uint256 shares) private {
        vm.prank(from);
        assertTrue(token.transfer(to, shares), "given");
    }

    // ----------------------------------------------------------------------------------------------------- capture

    /// @dev To hold for the moment of a gain: what streams accrues to those who held while it did.
    function testFuzz_Attack_HoldForTheMomentOfAGain(uint256 duration, uint256 time) external {
        duration = bound(duration, 1, MAX_DURATION);
        time = bound(time, 0, 2 * MAX_DURATION);
        _realizeOver(token, ada, 10 ether, duration);
        skip(time);
        _give(ada, dora, 900_000e18);
        _give(dora, ada, 900_000e18);
        assertEq(token.claimable(dora), 0, "nothing for a moment");
    }

    /// @dev To pass the same shares on after they earned, and have them earn the past again.
    function test_Attack_EarnThePastAgain() external {
        _give(ada, ben, TENTH);
        _realize(token, ada, 10 ether);
        _give(ben, cleo, TENTH);
        _give(cleo, dora, TENTH);
        assertEq(token.claimable(ben), 1 ether - 1, "who held it earned it");
        assertEq(token.claimable(cleo) + token.claimable(dora), 0, "once");
    }

    /// @dev To have a part in gains that were paid in before by shares that are issued now.
    function test_Attack_IssueForAPartInWhatStreams() external {
        _give(ada, ben, TENTH);
        _realizeOver(token, ada, 10 ether, DAY);
        skip(DAY / 4);
        vm.prank(ada);
        token.issue(dora, 100 * MILLION);
        skip(DAY);
        assertEq(token.claimable(dora), 0, "nothing for the new shares");
        assertApproxEqAbs(token.claimable(ben), 1 ether, 3, "all for the old ones");
    }

    /// @dev To be paid what a token's treasury is owed, past its own holders.
    function test_Attack_ClaimForATreasury() external {
        INetworkToken network = _formWith(token, ada, TENTH);
        _stake(network, 0, token, ada, TENTH, ada);
        _realize(token, ada, 10 ether);
        vm.startPrank(dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.OnlyOwnHarvest.selector, address(network)));
        token.claim(address(network));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SignatureInvalid.selector, address(network)));
        token.claimToBySig(address(network), dora, block.timestamp, new bytes(65));
        vm.stopPrank();
        assertEq(token.claimable(address(network)), 1 ether - 1, "it stays claimable");
    }

    /// @dev To have a network take in "income" of a contract that only says so.
    function test_Attack_HarvestFromAStranger() external {
        Yes stranger = new Yes();
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, address(stranger)));
        token.harvest(address(stranger));
        assertEq(token.accounted(), 0, "nothing is booked");
    }

    /// @dev To join a network for what it has not harvested yet: who sees it coming harvests first.
    function test_Attack_JoinForWhatIsNotHarvested() external {
        PersonalToken benToken = _launch(ben, "BEN");
        INetworkToken network = _form(_two(benToken));
        _stake(network, 0, token, ada, TENTH, ada);
        _realize(token, ada, 10 ether);
        network.harvest(address(token));
        _stake(network, 1, benToken, ben, TENTH, ben);
        assertEq(network.claimable(ben), 0, "nothing of the past");
        assertApproxEqAbs(network.claimable(ada), 1 ether, 2, "all for who was there");
    }

    /// @dev To turn a circle until it pays more than was paid in.
    function testFuzz_Attack_TurnACircleForMore(uint256 turns, uint256 gain) external {
        turns = bound(turns, 1, 40);
        gain = bound(gain, 1, 100 ether);
        INetworkToken network = _formWith(token, ada, 8 * TENTH);
        _stake(network, 0, token, ada, 8 * TENTH, address(token));
        uint256 before = ada.balance;
        _realize(token, ada, gain);
        Hop[] memory hops = new Hop[](2);
        hops[0] = _hop(address(network), address(token), turns);
        hops[1] = _hop(address(token), address(network), turns);
        address[] memory claims = new address[](1);
        claims[0] = address(token);
        settlement.settle(hops, claims, ada, 0, block.timestamp);
        assertLe(ada.balance, before, "never more than was paid in");
        assertEq(ada.balance + address(token).balance + address(network).balance, before, "nothing comes of nothing");
    }

    // --------------------------------------------------------------------------------------------------- donations

    /// @dev To make the first stake worth less by a gift to the empty network.
    function test_Attack_DonationInflation() external {
        INetworkToken network = _formWith(token, ada, TENTH);
        vm.startPrank(dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, MIN_SUPPLY));
        network.distribute{value: 100 ether}(100 ether, "");
        Address.sendValue(payable(address(network)), 100 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, MIN_SUPPLY));
        network.absorb();
        vm.stopPrank();
        assertEq(network.previewStake(0, ada, TENTH), TENTH, "a gift moves no rate");
        assertEq(_stake(network, 0, token, ada, TENTH, ada), TENTH, "nor the shares");
        network.absorb();
        assertApproxEqAbs(network.claimable(ada), 100 ether, 1, "it goes to the first holders");
    }

    /// @dev To own a token's whole income with a single wei of shares.
    function test_Attack_SupplyOfOneWei() external {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1, MIN_SUPPLY));
        registry.launch("Ben", "BEN", 1, URI, true);

        LedgerHarness ledger = new LedgerHarness(address(new LedgerRegistry()));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1, MIN_SUPPLY));
        ledger.mint(ben, 1);
        ledger.mint(ben, MIN_SUPPLY);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1, MIN_SUPPLY));
        ledger.burn(ben, MIN_SUPPLY - 1);
        ledger.burn(ben, MIN_SUPPLY);
        assertEq(ledger.totalSupply(), 0, "all or enough");
    }

    // -------------------------------------------------------------------------------------------------------- dust

    /// @dev To grind holders' parts down by rounding, with a thousand incomes of a wei.
    function test_Attack_AThousandTinyIncomes() external {
        _give(ada, ben, 500_000e18);
        for (uint256 i = 0; i < 1_000; ++i) {
            token.distribute{value: 1}(1, "");
        }
        assertApproxEqAbs(token.claimable(ada), 500, 1, "half of them");
        assertApproxEqAbs(token.claimable(ben), 500, 1, "half of them");
    }

    /// @dev To make harvests worthless by one for every wei: none of it is lost on the way.
    function test_Attack_DustGriefingOfHarvest() external {
        INetworkToken network = _formWith(token, ada, 500_000e18);
        _stake(network, 0, token, ada, 500_000e18, ada);
        _realizeOver(token, ada, 10_000, 1_000);
        for (uint256 i = 0; i < 1_000; ++i) {
            skip(1);
            network.harvest(address(token));
        }
        assertApproxEqAbs(network.accounted(), 5_000, 1, "half of what was paid in");
        assertApproxEqAbs(network.claimable(ada), 5_000, 2, "and all of that is the holder's");
    }

    /// @dev To hold a stream up by touching it before a whole wei has accrued, or to lengthen it by gifts.
    function test_Attack_DustGriefingOfStreams() external {
        _give(ada, dora, TENTH);
        _realizeOver(token, ada, 1_000, 10_000);
        uint256 end = token.stream().end;
        for (uint256 i = 0; i < 2_500; ++i) {
            skip(4);
            _give(dora, dora, 1);
            if (i % 100 == 0) token.distribute{value: 1}(1, "");
        }
        assertEq(token.stream().end, end, "it ends when it would have");
        assertEq(block.timestamp, end, "which is now");
        assertEq(token.stream().left, 0, "and all of it has accrued");
        assertApproxEqAbs(token.claimable(ada), uint256(922), 2, "to the holders");
    }

    /// @dev To wear a claim down by sending its owner a wei of shares again and again.
    function test_Attack_DustOfSharesAgainstAClaim() external {
        _give(ada, ben, TENTH);
        _give(ada, dora, TENTH);
        _realize(token, ada, 10 ether);
        uint256 due = token.claimable(ben);
        for (uint256 i = 0; i < 100; ++i) {
            _give(dora, ben, 1);
        }
        assertGe(token.claimable(ben), due - 100, "a wei of currency a transfer at most");
    }

    // ------------------------------------------------------------------------------------------------------ limits

    /// @dev To overflow the books with more than there can be.
    function test_Attack_AmountsBeyondTheLimits() external {
        vm.deal(ada, type(uint256).max);
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, 1 << 200, MAX_INCOME));
        token.realize{value: 1 << 200}(1 << 200, 0, "");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, 1 << 200, MAX_INCOME));
        token.realize{value: 1 << 200}(1 << 200, DAY, "");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, 1 << 200, MAX_INCOME));
        token.distribute{value: 1 << 200}(1 << 200, "");
        uint256 tooMany = type(uint256).max - MILLION;
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.SupplyAboveLimit.selector, tooMany + MILLION, type(uint96).max)
        );
        token.issue(ada, tooMany);
        vm.expectRevert(
            abi.encodeWithSelector(IPersonalToken.DurationOutOfRange.selector, MAX_DURATION + 1, 0, MAX_DURATION)
        );
        token.realize{value: 1}(1, MAX_DURATION + 1, "");
        token.approve(ben, type(uint256).max);
        vm.stopPrank();
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ada, MILLION, type(uint256).max)
        );
        token.transferFrom(ada, ben, type(uint256).max);
    }

    /// @dev To stop transfers or claims for ever by driving every number to its limit at once.
    function test_Attack_ArithmeticAtTheLimits() external {
        LedgerHarness ledger = new LedgerHarness(address(new LedgerRegistry()));
        uint256 rest = type(uint96).max - MIN_SUPPLY;
        vm.deal(address(this), MAX_INCOME);
        ledger.mint(ada, MIN_SUPPLY);
        ledger.distribute{value: MAX_INCOME}(MAX_INCOME, "");
        ledger.mint(ben, rest);
        assertEq(ledger.claimable(ben), 0, "new shares have no part in the past");
        vm.prank(ben);
        assertTrue(ledger.transfer(ada, rest), "moved");
        assertApproxEqAbs(ledger.claimable(ada), MAX_INCOME, 2, "what was earned stays");
        vm.prank(ada);
        assertTrue(ledger.transfer(ben, type(uint96).max), "moved");
        assertApproxEqAbs(ledger.claim(ada), MAX_INCOME, 4, "and is paid");
        assertEq(ledger.claimable(ben), 0, "to nobody twice");
    }

    /// @dev To drive income per share beyond its limit by paying the same money in again and again: refused before
    /// anything is lost, and what was earned is paid all the same.
    function test_Attack_IncomePerShareAtTheLimit() external {
        LedgerHarness ledger = new LedgerHarness(address(new LedgerRegistry()));
        vm.deal(address(this), MAX_INCOME);
        ledger.mint(dora, MIN_SUPPLY);
        ledger.distribute{value: MAX_INCOME}(MAX_INCOME, "");
        vm.prank(dora);
        uint256 paid = ledger.claimTo(address(this));
        uint256 most = ledger.incomePerShare() + (paid << 128) / MIN_SUPPLY;
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, most, 2 ** 189 - 1));
        ledger.distribute{value: paid}(paid, "");
        ledger.mint(ben, type(uint96).max - MIN_SUPPLY);
        vm.prank(dora);
        assertTrue(ledger.transfer(ben, MIN_SUPPLY), "shares move");
        assertEq(ledger.claimable(dora) + ledger.claimable(ben), 0, "nothing is due twice");
    }

    receive() external payable {}

    function _two(PersonalToken benToken) private view returns (Founder[] memory founders) {
        founders = new Founder[](2);
        founders[0] = _founder(token, ada, TENTH, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, TENTH, ONE_TO_ONE);
    }
}
