// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract CreateTermsTest is GovernedTest {
    uint256 private constant CAP = 50_000e18;
    uint256 private constant FOUNDED_SUPPLY = 200_000e18;
    uint256 private constant MAX_OPEN_PERIOD = 30 days;
    uint256 private constant MAX_LOCKUP = 1461 days;
    uint256 private constant MAX_RATE = type(uint128).max;
    uint256 private constant MAX_SUPPLY = type(uint96).max;

    PersonalToken private cleoToken;
    uint256 private opensAt;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
        opensAt = block.timestamp + OPENING_DELAY;
    }

    function _valid() private view returns (Terms memory) {
        return _entryTerms(address(cleoToken), cleo, CAP);
    }

    /// @dev The view and the call revert alike.
    function _expectRevert(Terms memory terms, bytes memory reason) private {
        vm.expectRevert(reason);
        network.requireValidTerms(terms, TermsKind.Entry, opensAt);
        vm.prank(address(governor));
        vm.expectRevert(reason);
        network.createTerms(terms);
    }

    /// @dev Creates them, and looks at what is stored.
    function _assertCreated(Terms memory terms) private returns (uint256 termsId) {
        network.requireValidTerms(terms, TermsKind.Entry, opensAt);
        Terms memory expected = abi.decode(abi.encode(terms), (Terms));
        expected.opensAt = uint64(opensAt);
        if (expected.maxMemberSupply > MAX_SUPPLY) expected.maxMemberSupply = MAX_SUPPLY;
        uint256 next = network.termsCount();

        vm.expectEmit(address(network));
        emit INetworkAdmission.TermsCreated(next, TermsKind.Entry, expected);
        termsId = _createTerms(terms);

        assertEq(termsId, next, "numbered");
        assertEq(network.termsCount(), next + 1, "one more");
        (Terms memory stored, uint256 used) = network.termsOf(termsId);
        assertEq(abi.encode(stored), abi.encode(expected), "stored");
        assertEq(used, 0, "unused");
        assertEq(uint8(network.termsKindOf(termsId)), uint8(TermsKind.Entry), "kind");
    }

    function test_RevertWhen_TheCallerIsNotTheGovernor() external {
        address[4] memory callers = [ada, cleo, address(network), address(this)];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.prank(callers[i]);
            vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.OnlyGovernor.selector, callers[i]));
            network.createTerms(_valid());
        }
    }

    function test_RevertWhen_TheMemberIsTheNetworkItself() external {
        Terms memory terms = _valid();
        terms.member = address(network);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, address(network)));
    }

    function test_RevertWhen_TheMemberIsNoEquityToken() external {
        address[3] memory members = [address(0), cleo, registry.personalTokenImplementation()];
        for (uint256 i = 0; i < members.length; ++i) {
            Terms memory terms = _valid();
            terms.member = members[i];
            _expectRevert(terms, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, members[i]));
        }
    }

    function testFuzz_RevertWhen_TheyWouldOpenLater(uint64 later) external {
        Terms memory terms = _valid();
        terms.opensAt = uint64(bound(later, opensAt + 1, type(uint64).max));
        _expectRevert(
            terms, abi.encodeWithSelector(INetworkAdmission.TermsOpenTooLate.selector, terms.opensAt, opensAt)
        );
    }

    function testFuzz_RevertWhen_TheyWouldExpireBeforeTheyAreOpen(uint64 expiry) external {
        Terms memory terms = _valid();
        terms.expiry = uint64(bound(expiry, 0, opensAt));
        _expectRevert(
            terms, abi.encodeWithSelector(INetworkAdmission.TermsExpireTooEarly.selector, terms.expiry, opensAt)
        );
    }

    function testFuzz_RevertWhen_TheyWouldExpireTooLate(uint64 expiry) external {
        uint256 latest = opensAt + MAX_OPEN_PERIOD;
        Terms memory terms = _valid();
        terms.expiry = uint64(bound(expiry, latest + 1, type(uint64).max));
        bytes4 selector = INetworkAdmission.TermsExpireTooLate.selector;
        _expectRevert(terms, abi.encodeWithSelector(selector, terms.expiry, latest));
    }

    function testFuzz_RevertWhen_TheRateIsAboveTheLimit(uint256 rate) external {
        Terms memory terms = _valid();
        terms.rate = bound(rate, MAX_RATE + 1, type(uint256).max);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.RateAboveLimit.selector, terms.rate, MAX_RATE));
    }

    function testFuzz_RevertWhen_TheCapIsAboveAnySupply(uint256 cap) external {
        Terms memory terms = _valid();
        terms.cap = bound(cap, MAX_SUPPLY + 1, type(uint256).max);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.CapAboveLimit.selector, terms.cap, MAX_SUPPLY));
    }

    function test_RevertWhen_TheCapIsZero() external {
        Terms memory terms = _valid();
        terms.cap = 0;
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.CapIsZero.selector));
    }

    function testFuzz_RevertWhen_TheWholeWouldGiveNoShare(uint256 cap, uint256 rate) external {
        Terms memory terms = _valid();
        terms.cap = bound(cap, 1, 1e18 - 1);
        terms.rate = bound(rate, 0, (1e18 - 1) / terms.cap);
        bytes4 selector = INetworkAdmission.StakeRoundsToZero.selector;
        _expectRevert(terms, abi.encodeWithSelector(selector, terms.cap, terms.rate));
    }

    function testFuzz_RevertWhen_TheLockupIsTooLong(uint32 lockup) external {
        Terms memory terms = _valid();
        terms.lockup = uint32(bound(lockup, MAX_LOCKUP + 1, type(uint32).max));
        bytes4 selector = INetworkAdmission.LockupTooLong.selector;
        _expectRevert(terms, abi.encodeWithSelector(selector, terms.lockup, MAX_LOCKUP));
    }

    function testFuzz_CreateTerms(Terms memory terms) external {
        terms.member = address(cleoToken);
        terms.opensAt = uint64(bound(terms.opensAt, 0, opensAt));
        terms.expiry = uint64(bound(terms.expiry, opensAt + 1, opensAt + MAX_OPEN_PERIOD));
        terms.rate = bound(terms.rate, 1, MAX_RATE);
        // At least one share comes of the whole, and at most as many as there are.
        uint256 most = (FOUNDED_SUPPLY + 1) * 1e18 / terms.rate;
        terms.cap = bound(terms.cap, 1e18 / terms.rate + 1, most > MAX_SUPPLY ? MAX_SUPPLY : most);
        if (terms.cap * terms.rate / 1e18 > FOUNDED_SUPPLY) --terms.cap;
        terms.lockup = uint32(bound(terms.lockup, 0, MAX_LOCKUP));
        _assertCreated(terms);
    }

    function test_CreateTerms_OfTheMostOfEverything() external {
        Terms memory terms = _valid();
        (terms.opensAt, terms.expiry) = (uint64(opensAt), uint64(opensAt + MAX_OPEN_PERIOD));
        terms.lockup = uint32(MAX_LOCKUP);
        terms.maxMemberSupply = MAX_SUPPLY;
        (terms.cap, terms.rate) = (1, MAX_RATE);
        _assertCreated(terms);
        skip(MAX_OPEN_PERIOD * 3);
        opensAt = block.timestamp + OPENING_DELAY;
        (terms.opensAt, terms.expiry) = (uint64(opensAt), uint64(opensAt + MAX_OPEN_PERIOD));
        (terms.cap, terms.rate) = (MAX_SUPPLY, FOUNDED_SUPPLY * 1e18 / MAX_SUPPLY);
        _assertCreated(terms);
    }

    function test_CreateTerms_OfTheLeastOfEverything() external {
        Terms memory terms;
        terms.member = address(cleoToken);
        terms.expiry = uint64(opensAt + 1);
        (terms.cap, terms.rate) = (1, 1e18);
        _assertCreated(terms);
    }

    function testFuzz_CreateTerms_WithALimitAboveAnySupply(uint256 maxMemberSupply) external {
        Terms memory terms = _valid();
        terms.maxMemberSupply = bound(maxMemberSupply, MAX_SUPPLY, type(uint256).max);
        _assertCreated(terms);
    }

    function test_CreateTerms_ForAnotherNetwork() external {
        INetworkToken other = _formWith(cleoToken, cleo, CAP);
        Terms memory terms = _valid();
        terms.member = address(other);
        _assertCreated(terms);
    }

    function test_CreateTerms_ByVote() external {
        Terms memory terms = _valid();
        uint256 termsId = _admit(terms);
        (Terms memory stored,) = network.termsOf(termsId);
        assertEq(stored.opensAt, block.timestamp, "two days after the execution");
        terms.opensAt = uint64(block.timestamp);
        terms.maxMemberSupply = MAX_SUPPLY;
        assertEq(abi.encode(stored), abi.encode(terms), "as proposed");
    }
}
