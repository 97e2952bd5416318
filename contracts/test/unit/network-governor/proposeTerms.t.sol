// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract ProposeTermsTest is GovernedTest {
    uint256 private constant CAP = 50_000e18;
    uint256 private constant MAX_OPEN_PERIOD = 30 days;
    uint256 private constant MAX_LOCKUP = 1461 days;
    uint256 private constant MAX_RATE = type(uint128).max;
    uint256 private constant MAX_SUPPLY = type(uint96).max;

    PersonalToken private cleoToken;
    /// @dev When terms that are proposed now can open at the earliest: a vote is over a second after its deadline.
    uint256 private opensAt;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
        opensAt = block.timestamp + DELAY + PERIOD + 1 + OPENING_DELAY;
    }

    function _entry() private view returns (Terms memory) {
        return _entryTerms(address(cleoToken), cleo, CAP);
    }

    function _exit() private view returns (Terms memory) {
        return _exitTerms(address(adaToken), ada, CAP);
    }

    function _proposeTerms(Terms memory terms, TermsKind kind) private returns (uint256) {
        return _propose(ada, address(network), _call(terms, kind));
    }

    function _call(Terms memory terms, TermsKind kind) private pure returns (bytes memory) {
        return kind == TermsKind.Entry
            ? abi.encodeCall(INetworkAdmission.createTerms, (terms))
            : abi.encodeCall(INetworkAdmission.createExitTerms, (terms));
    }

    function _expectRevert(Terms memory terms, TermsKind kind, bytes memory reason) private {
        vm.expectRevert(reason);
        _proposeTerms(terms, kind);
    }

    function testFuzz_RevertWhen_TheSponsorOfEntryTermsIsNotTheProposer(address sponsor) external {
        vm.assume(sponsor != ada);
        Terms memory terms = _entry();
        terms.sponsor = sponsor;
        _expectRevert(
            terms, TermsKind.Entry, abi.encodeWithSelector(INetworkGovernor.SponsorNotProposer.selector, sponsor, ada)
        );
    }

    function testFuzz_RevertWhen_TheSponsorOfExitTermsIsNotTheProposer(address sponsor) external {
        vm.assume(sponsor != ada);
        Terms memory terms = _exit();
        terms.sponsor = sponsor;
        _expectRevert(
            terms, TermsKind.Exit, abi.encodeWithSelector(INetworkGovernor.SponsorNotProposer.selector, sponsor, ada)
        );
    }

    function test_RevertWhen_OneOfManyHasAnotherSponsor() external {
        address[] memory targets = new address[](2);
        (targets[0], targets[1]) = (address(network), address(network));
        Terms memory terms = _entry();
        bytes[] memory calls = new bytes[](2);
        calls[0] = _call(terms, TermsKind.Entry);
        terms.sponsor = ben;
        calls[1] = _call(terms, TermsKind.Entry);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.SponsorNotProposer.selector, ben, ada));
        governor.propose(targets, new uint256[](2), calls, "Because.");
    }

    function test_RevertWhen_EntryTermsAreInvalid() external {
        Terms memory terms = _entry();
        terms.lockup = uint32(MAX_LOCKUP + 1);
        bytes4 tooLong = INetworkAdmission.LockupTooLong.selector;
        _expectRevert(terms, TermsKind.Entry, abi.encodeWithSelector(tooLong, MAX_LOCKUP + 1, MAX_LOCKUP));
        (terms.lockup, terms.rate) = (0, 0);
        bytes4 roundsToZero = INetworkAdmission.StakeRoundsToZero.selector;
        _expectRevert(terms, TermsKind.Entry, abi.encodeWithSelector(roundsToZero, CAP, 0));
        _assertBothRefused(_entry(), TermsKind.Entry);
    }

    function test_RevertWhen_ExitTermsAreInvalid() external {
        Terms memory terms = _exit();
        terms.account = address(0);
        _expectRevert(terms, TermsKind.Exit, abi.encodeWithSelector(INetworkAdmission.ExitWithoutAccount.selector));
        terms = _exit();
        terms.lockup = 1;
        _expectRevert(terms, TermsKind.Exit, abi.encodeWithSelector(INetworkAdmission.LockupTooLong.selector, 1, 0));
        _assertBothRefused(_exit(), TermsKind.Exit);
    }

    /// @dev What neither kind of terms may have.
    function _assertBothRefused(Terms memory terms, TermsKind kind) private {
        address member = terms.member;
        terms.member = address(network);
        _expectRevert(terms, kind, abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, network));
        terms.member = cleo;
        _expectRevert(terms, kind, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, cleo));
        (terms.member, terms.rate) = (member, MAX_RATE + 1);
        bytes4 aboveRate = INetworkAdmission.RateAboveLimit.selector;
        _expectRevert(terms, kind, abi.encodeWithSelector(aboveRate, MAX_RATE + 1, MAX_RATE));
        (terms.rate, terms.cap) = (1e18, MAX_SUPPLY + 1);
        bytes4 aboveCap = INetworkAdmission.CapAboveLimit.selector;
        _expectRevert(terms, kind, abi.encodeWithSelector(aboveCap, MAX_SUPPLY + 1, MAX_SUPPLY));
        terms.cap = 0;
        _expectRevert(terms, kind, abi.encodeWithSelector(INetworkAdmission.CapIsZero.selector));
    }

    function testFuzz_RevertWhen_TheyWouldExpireTooEarly(uint64 expiry) external {
        Terms memory terms = _entry();
        terms.expiry = uint64(bound(expiry, 0, opensAt));
        bytes4 selector = INetworkAdmission.TermsExpireTooEarly.selector;
        _expectRevert(terms, TermsKind.Entry, abi.encodeWithSelector(selector, terms.expiry, opensAt));
        terms = _exit();
        terms.expiry = uint64(opensAt);
        _expectRevert(terms, TermsKind.Exit, abi.encodeWithSelector(selector, opensAt, opensAt));
    }

    function testFuzz_RevertWhen_TheyWouldExpireTooLate(uint64 expiry) external {
        uint256 latest = opensAt + MAX_OPEN_PERIOD;
        Terms memory terms = _entry();
        terms.expiry = uint64(bound(expiry, latest + 1, type(uint64).max));
        bytes4 selector = INetworkAdmission.TermsExpireTooLate.selector;
        _expectRevert(terms, TermsKind.Entry, abi.encodeWithSelector(selector, terms.expiry, latest));
    }

    function testFuzz_RevertWhen_TheyWouldOpenLater(uint64 time) external {
        Terms memory terms = _entry();
        terms.opensAt = uint64(bound(time, opensAt + 1, type(uint64).max));
        bytes4 selector = INetworkAdmission.TermsOpenTooLate.selector;
        _expectRevert(terms, TermsKind.Entry, abi.encodeWithSelector(selector, terms.opensAt, opensAt));
    }

    function test_Propose_ValidTerms() external {
        uint256 entryId = _admit(_entry());
        uint256 exitId = _allowExit(_exit());
        (Terms memory entry,) = network.termsOf(entryId);
        (Terms memory exit,) = network.termsOf(exitId);
        assertEq(entry.sponsor, ada, "sponsor of the entry");
        assertEq(exit.sponsor, ada, "sponsor of the exit");
        assertEq(uint8(network.termsKindOf(entryId)), uint8(TermsKind.Entry), "entry");
        assertEq(uint8(network.termsKindOf(exitId)), uint8(TermsKind.Exit), "exit");
    }

    function test_Propose_TermsThatExpireAsEarlyAsCanBe() external {
        Terms memory terms = _entry();
        (terms.opensAt, terms.expiry) = (uint64(opensAt), uint64(opensAt + 1));
        uint256 termsId = _admit(terms);
        assertEq(block.timestamp, opensAt, "they open");
        assertEq(_stake(network, termsId, cleoToken, cleo, CAP, cleo), CAP, "and can be used");
    }
}
