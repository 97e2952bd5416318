// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

/// @notice Ada sponsors Dora, who has some of Cleo's shares.
contract CancelTermsTest is GovernedTest {
    uint256 private constant CAP = 50_000e18;
    uint256 private constant ANY_SUPPLY = type(uint256).max;

    PersonalToken private cleoToken;
    uint256 private termsId;
    uint256 private exitId;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
        vm.prank(cleo);
        assertTrue(cleoToken.transfer(dora, CAP), "sent");
        vm.prank(dora);
        cleoToken.approve(address(network), ANY_SUPPLY);
        exitId = _createExitTerms(_exitTerms(address(cleoToken), dora, CAP));
        termsId = _openTerms(_entryTerms(address(cleoToken), dora, CAP));
    }

    function _expectRevert(uint256 id, address caller, bytes memory reason) private {
        vm.prank(caller);
        vm.expectRevert(reason);
        network.cancelTerms(id);
    }

    function _assertCancelled(uint256 id, address caller) private {
        _assertCancelled(id, caller, 4);
    }

    function _assertCancelled(uint256 id, address caller, uint256 count) private {
        (Terms memory before, uint256 used) = network.termsOf(id);
        vm.expectEmit(address(network));
        emit INetworkAdmission.TermsCancelled(id, caller);
        vm.prank(caller);
        network.cancelTerms(id);
        (Terms memory afterwards, uint256 usedAfterwards) = network.termsOf(id);
        assertEq(usedAfterwards, used, "what was used");
        before.cap = used;
        assertEq(abi.encode(afterwards), abi.encode(before), "nothing is left, all else as it was");
        assertEq(network.termsCount(), count, "the number stays taken");
    }

    function test_RevertWhen_ThereAreNoSuchTerms() external {
        _expectRevert(4, ada, abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, 4));
    }

    function test_RevertWhen_TheTermsAreFoundingTerms() external {
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.WrongTermsKind.selector, 0, TermsKind.Founding);
        _expectRevert(0, ada, reason);
        _expectRevert(0, address(governor), reason);
    }

    function test_RevertWhen_TheCallerHasNoPart() external {
        bytes4 selector = INetworkAdmission.NotYoursToCancel.selector;
        address[3] memory callers = [ben, address(cleoToken), address(network)];
        for (uint256 i = 0; i < callers.length; ++i) {
            _expectRevert(termsId, callers[i], abi.encodeWithSelector(selector, termsId, callers[i]));
            _expectRevert(exitId, callers[i], abi.encodeWithSelector(selector, exitId, callers[i]));
        }
    }

    function test_RevertWhen_TheTermsAreForTheCallersEntry() external {
        bytes4 selector = INetworkAdmission.NotYoursToCancel.selector;
        _expectRevert(termsId, dora, abi.encodeWithSelector(selector, termsId, dora));
    }

    function test_RevertWhen_ThePersonWouldHoldSomebodyWhoLeaves() external {
        bytes4 selector = INetworkAdmission.NotYoursToCancel.selector;
        _expectRevert(exitId, cleo, abi.encodeWithSelector(selector, exitId, cleo));
    }

    function test_RevertWhen_TheMemberTokenWasHandedOver() external {
        address heir = makeAddr("heir");
        vm.prank(cleo);
        cleoToken.transferPerson(heir);
        vm.prank(heir);
        cleoToken.acceptPerson(MILLION);
        bytes4 selector = INetworkAdmission.NotYoursToCancel.selector;
        _expectRevert(termsId, cleo, abi.encodeWithSelector(selector, termsId, cleo));
        _assertCancelled(termsId, heir);
    }

    function test_RevertWhen_TheTermsAreUsedUp() external {
        vm.prank(dora);
        network.stake(termsId, CAP, dora, ANY_SUPPLY);
        _expectRevert(termsId, ada, abi.encodeWithSelector(INetworkAdmission.TermsOver.selector, termsId));
    }

    function test_RevertWhen_TheTermsExpired() external {
        (Terms memory terms,) = network.termsOf(termsId);
        vm.warp(terms.expiry + 1);
        _expectRevert(termsId, ada, abi.encodeWithSelector(INetworkAdmission.TermsOver.selector, termsId));
        vm.warp(terms.expiry);
        _assertCancelled(termsId, ada);
    }

    function test_RevertWhen_TheTermsAreCancelledAlready() external {
        _assertCancelled(termsId, ada);
        _expectRevert(termsId, ada, abi.encodeWithSelector(INetworkAdmission.TermsOver.selector, termsId));
    }

    function test_Cancel_ByTheSponsor() external {
        _assertCancelled(termsId, ada);
        _assertCancelled(exitId, ada);
    }

    function test_Cancel_ByTheMembersPerson() external {
        _assertCancelled(termsId, cleo);
    }

    function test_Cancel_BeforeTheyAreOpen() external {
        vm.warp(block.timestamp - OPENING_DELAY);
        _assertCancelled(termsId, cleo);
    }

    function test_Cancel_ByTheAccountOfExitTerms() external {
        _assertCancelled(exitId, dora);
    }

    function test_Cancel_ByThePersonOfThePersonalTokenThatMayLeave() external {
        uint256 id = _createExitTerms(_exitTerms(address(cleoToken), address(benToken), CAP));
        _assertCancelled(id, ben, 5);
    }

    function test_RevertWhen_ThePersonalTokenThatMayLeaveIsNotTheCallers() external {
        uint256 id = _createExitTerms(_exitTerms(address(cleoToken), address(benToken), CAP));
        bytes4 selector = INetworkAdmission.NotYoursToCancel.selector;
        address[3] memory callers = [cleo, dora, address(cleoToken)];
        for (uint256 i = 0; i < callers.length; ++i) {
            _expectRevert(id, callers[i], abi.encodeWithSelector(selector, id, callers[i]));
        }
        address heir = makeAddr("heir");
        vm.prank(ben);
        benToken.transferPerson(heir);
        vm.prank(heir);
        benToken.acceptPerson(MILLION);
        _expectRevert(id, ben, abi.encodeWithSelector(selector, id, ben));
        _assertCancelled(id, heir, 5);
    }

    function test_RevertWhen_ThePersonalTokenWouldEnter() external {
        uint256 id = _createTerms(_entryTerms(address(cleoToken), address(benToken), CAP));
        bytes4 selector = INetworkAdmission.NotYoursToCancel.selector;
        _expectRevert(id, ben, abi.encodeWithSelector(selector, id, ben));
    }

    function test_Cancel_ByVote() external {
        bytes memory call = abi.encodeCall(INetworkAdmission.cancelTerms, (termsId));
        uint256 proposalId = _propose(ben, address(network), call);
        skip(DELAY + 1);
        _vote(ben, proposalId, FOR);
        skip(PERIOD);
        vm.expectEmit(address(network));
        emit INetworkAdmission.TermsCancelled(termsId, address(governor));
        _execute(address(network), call);
        (Terms memory terms,) = network.termsOf(termsId);
        assertEq(terms.cap, 0, "nothing is left");
    }

    function test_Cancel_OfANetworksEntry() external {
        INetworkToken other = _formWith(cleoToken, cleo, CAP);
        uint256 id = _createTerms(_entryTerms(address(other), cleo, CAP));
        bytes4 selector = INetworkAdmission.NotYoursToCancel.selector;
        address itsGovernor = other.governor();
        _expectRevert(id, cleo, abi.encodeWithSelector(selector, id, cleo));
        _expectRevert(id, address(other), abi.encodeWithSelector(selector, id, address(other)));
        _expectRevert(id, itsGovernor, abi.encodeWithSelector(selector, id, itsGovernor));
        vm.expectEmit(address(network));
        emit INetworkAdmission.TermsCancelled(id, ada);
        vm.prank(ada);
        network.cancelTerms(id);
    }

    function testFuzz_Cancel_AfterAPartWasStaked(uint256 amount) external {
        amount = bound(amount, 1, CAP - 1);
        vm.prank(dora);
        network.stake(termsId, amount, dora, ANY_SUPPLY);
        _assertCancelled(termsId, cleo);
        assertEq(network.balanceOf(dora), amount, "shares stay");
        assertEq(network.positionOf(address(cleoToken), dora).staked, amount, "and the position");
        assertEq(cleoToken.balanceOf(address(network)), amount, "and the treasury");
    }

    /// @dev Whoever comes first: who stakes in the same block as the cancellation stakes before it or not at all.
    function test_RevertWhen_TheAccountStakesRightAfter() external {
        _assertCancelled(termsId, cleo);
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, termsId, 1e18, 0));
        network.stake(termsId, 1e18, dora, ANY_SUPPLY);
    }
}
