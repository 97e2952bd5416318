// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract CreateExitTermsTest is GovernedTest {
    uint256 private constant CAP = 50_000e18;
    uint256 private constant MAX_OPEN_PERIOD = 30 days;
    uint256 private constant MAX_RATE = type(uint128).max;
    uint256 private constant MAX_SUPPLY = type(uint96).max;

    uint256 private opensAt;

    function setUp() public override {
        super.setUp();
        opensAt = block.timestamp + OPENING_DELAY;
    }

    function _valid() private view returns (Terms memory) {
        return _exitTerms(address(adaToken), ada, CAP);
    }

    /// @dev The view and the call revert alike.
    function _expectRevert(Terms memory terms, bytes memory reason) private {
        vm.expectRevert(reason);
        network.requireValidTerms(terms, TermsKind.Exit, opensAt);
        vm.prank(address(governor));
        vm.expectRevert(reason);
        network.createExitTerms(terms);
    }

    /// @dev Creates them, and looks at what is stored.
    function _assertCreated(Terms memory terms) private {
        network.requireValidTerms(terms, TermsKind.Exit, opensAt);
        Terms memory expected = abi.decode(abi.encode(terms), (Terms));
        expected.opensAt = uint64(opensAt);
        if (expected.maxMemberSupply > MAX_SUPPLY) expected.maxMemberSupply = MAX_SUPPLY;
        uint256 next = network.termsCount();

        vm.expectEmit(address(network));
        emit INetworkAdmission.TermsCreated(next, TermsKind.Exit, expected);
        assertEq(_createExitTerms(terms), next, "numbered");

        assertEq(network.termsCount(), next + 1, "one more");
        (Terms memory stored, uint256 used) = network.termsOf(next);
        assertEq(abi.encode(stored), abi.encode(expected), "stored");
        assertEq(used, 0, "unused");
        assertEq(uint8(network.termsKindOf(next)), uint8(TermsKind.Exit), "kind");
    }

    function test_RevertWhen_TheCallerIsNotTheGovernor() external {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.OnlyGovernor.selector, ada));
        network.createExitTerms(_valid());
    }

    function test_RevertWhen_TheTermsAreNobodys() external {
        Terms memory terms = _valid();
        terms.account = address(0);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.ExitWithoutAccount.selector));
    }

    function testFuzz_RevertWhen_ThereIsALockup(uint32 lockup) external {
        Terms memory terms = _valid();
        terms.lockup = uint32(bound(lockup, 1, type(uint32).max));
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.LockupTooLong.selector, terms.lockup, 0));
    }

    function test_RevertWhen_MemberTimesRateOrCapAreInvalid() external {
        Terms memory terms = _valid();
        terms.member = address(network);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, address(network)));
        terms = _valid();
        terms.member = ada;
        _expectRevert(terms, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, ada));
        terms = _valid();
        terms.opensAt = uint64(opensAt + 1);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.TermsOpenTooLate.selector, opensAt + 1, opensAt));
        terms = _valid();
        terms.expiry = uint64(opensAt);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.TermsExpireTooEarly.selector, opensAt, opensAt));
        terms = _valid();
        terms.rate = MAX_RATE + 1;
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.RateAboveLimit.selector, MAX_RATE + 1, MAX_RATE));
        terms = _valid();
        terms.cap = 0;
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.CapIsZero.selector));
        terms.cap = MAX_SUPPLY + 1;
        _expectRevert(
            terms, abi.encodeWithSelector(INetworkAdmission.CapAboveLimit.selector, MAX_SUPPLY + 1, MAX_SUPPLY)
        );
    }

    function test_RevertWhen_TheyWouldExpireTooLate() external {
        uint256 latest = opensAt + MAX_OPEN_PERIOD;
        Terms memory terms = _valid();
        terms.expiry = uint64(latest + 1);
        _expectRevert(terms, abi.encodeWithSelector(INetworkAdmission.TermsExpireTooLate.selector, latest + 1, latest));
    }

    function testFuzz_CreateExitTerms(Terms memory terms) external {
        terms.member = address(adaToken);
        if (terms.account == address(0)) terms.account = ada;
        terms.opensAt = uint64(bound(terms.opensAt, 0, opensAt));
        terms.expiry = uint64(bound(terms.expiry, opensAt + 1, opensAt + MAX_OPEN_PERIOD));
        terms.rate = bound(terms.rate, 0, MAX_RATE);
        terms.cap = bound(terms.cap, 1, MAX_SUPPLY);
        terms.lockup = 0;
        _assertCreated(terms);
    }

    function test_CreateExitTerms_OfTheLeastAndTheMost() external {
        Terms memory terms = _valid();
        (terms.cap, terms.rate) = (MAX_SUPPLY, 0);
        _assertCreated(terms);
        terms.rate = MAX_RATE;
        _assertCreated(terms);
        (terms.cap, terms.rate) = (1, 0);
        _assertCreated(terms);
    }

    function test_CreateExitTerms_ByVote() external {
        Terms memory terms = _valid();
        uint256 termsId = _allowExit(terms);
        (Terms memory stored,) = network.termsOf(termsId);
        terms.opensAt = uint64(block.timestamp);
        terms.maxMemberSupply = MAX_SUPPLY;
        assertEq(abi.encode(stored), abi.encode(terms), "as proposed, two days after the execution");
        assertEq(uint8(network.termsKindOf(termsId)), uint8(TermsKind.Exit), "kind");
    }
}
