// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkShares} from "../../src/interfaces/INetworkShares.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {Founder, Terms, TokenKind} from "../../src/types/EquityTypes.sol";
import {LedgerHarness} from "../mocks/LedgerHarness.sol";
import {AttackTest} from "../utils/AttackTest.sol";

/// @notice Attacks on the way in: by stakes that were not agreed on, or no longer.
contract AdmissionAttacksTest is AttackTest {
    uint256 private constant STAKE = 50_000e18;
    uint256 private constant MAX = type(uint256).max;

    PersonalToken private cleoToken;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
        vm.prank(cleo);
        cleoToken.approve(address(network), MAX);
    }

    function _cleosTerms() private view returns (Terms memory) {
        return _entryTerms(address(cleoToken), cleo, STAKE);
    }

    function _stakeAs(address account, uint256 termsId, uint256 amount) private returns (uint256) {
        vm.prank(account);
        return network.stake(termsId, amount, account, MAX);
    }

    function _assertNothingMoved() private view {
        assertEq(cleoToken.balanceOf(address(network)), 0, "no member share went in");
        assertEq(network.totalSupply(), 200_000e18, "no network share came out");
    }

    // ------------------------------------------------------------------------------------------------ whose stake

    /// @dev To stake what somebody else allowed the network to take.
    function test_Attack_StakeOfSomebodyElsesAllowance() external {
        Terms memory terms = _cleosTerms();
        uint256 own = _admit(terms);
        terms = _entryTerms(address(cleoToken), address(0), STAKE);
        uint256 anyones = _admit(terms);
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsNotForAccount.selector, own, cleo, mallory));
        network.stake(own, STAKE, mallory, MAX);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(network), 0, STAKE)
        );
        network.stake(anyones, STAKE, mallory, MAX);
        vm.stopPrank();
        _assertNothingMoved();
    }

    /// @dev To lock somebody's shares for years by a stake of dust for them.
    function test_Attack_DustGriefingOfLocks() external {
        Terms memory terms = _entryTerms(address(cleoToken), address(0), STAKE);
        terms.lockup = 1461 days;
        uint256 id = _admit(terms);
        address[3] memory victims = [ada, address(adaToken), address(network)];
        for (uint256 i = 0; i < victims.length; ++i) {
            vm.prank(cleo);
            vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, victims[i]));
            network.stake(id, 1, victims[i], MAX);
        }
        (uint256 locked,) = network.lockedOf(ada);
        assertEq(locked, 0, "nobody else's shares are locked");
    }

    /// @dev To sell, or stake elsewhere, what one agreed to keep.
    function test_Attack_EscapeFromALock() external {
        Terms memory terms = _cleosTerms();
        terms.lockup = 365 days;
        _stakeAs(cleo, _admit(terms), STAKE);
        uint256 until = block.timestamp + 365 days;
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(PersonalToken(payable(address(network))), cleo, STAKE, ONE_TO_ONE);
        INetworkToken other = _form(founders);
        bytes memory refusal = abi.encodeWithSelector(INetworkShares.SharesLocked.selector, cleo, STAKE, until);
        vm.startPrank(cleo);
        network.approve(address(other), MAX);
        vm.expectRevert(refusal);
        other.stake(0, STAKE, cleo, MAX);
        vm.expectRevert(refusal);
        network.transfer(mallory, 1);
        vm.stopPrank();
        assertEq(network.balanceOf(cleo), STAKE, "all of it stays");
    }

    // --------------------------------------------------------------------------------------------------- the member

    /// @dev To bring worthless shares of a token that only looks like one into a network.
    function test_Attack_HostileMember() external {
        LedgerHarness fake = new LedgerHarness(address(registry));
        bytes memory refusal = abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, address(fake));
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(fake, ada, 1e18, ONE_TO_ONE);
        uint64 ends = uint64(block.timestamp + 1 days);
        vm.expectRevert(refusal);
        registry.form("Fake", "FAKE", URI, founders, ends, _settings());
        bytes memory call = _entryCall(_entryTerms(address(fake), mallory, 1e18));
        vm.expectRevert(refusal);
        _propose(ada, address(network), call);
        vm.expectRevert(refusal);
        network.applyForMembership(address(fake), 1e18, ONE_TO_ONE, URI);
    }

    /// @dev To make a network a member of itself, so that it would own nothing but itself.
    function test_Attack_SelfMember() external {
        Founder[] memory founders = new Founder[](1);
        address future = registry.predictToken(address(this), TokenKind.Network, 1);
        founders[0] = _founder(PersonalToken(payable(future)), ada, 1e18, ONE_TO_ONE);
        uint64 ends = uint64(block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, future));
        registry.form("Self", "SELF", URI, founders, ends, _settings());

        bytes memory refusal = abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, address(network));
        bytes memory call = _entryCall(_entryTerms(address(network), ada, 1e18));
        vm.expectRevert(refusal);
        _propose(ada, address(network), call);
        vm.expectRevert(refusal);
        network.applyForMembership(address(network), 1e18, ONE_TO_ONE, URI);
    }

    // ------------------------------------------------------------------------------------- between vote and stake

    /// @dev To hand in a smaller part of a person than was agreed on, by issuing shares after the vote.
    function test_Attack_MemberSupplyRaisedAfterTheVote() external {
        Terms memory terms = _cleosTerms();
        terms.maxMemberSupply = MILLION;
        uint256 id = _admit(terms);
        vm.startPrank(cleo);
        cleoToken.issue(cleo, 1);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.MemberSupplyAboveTerms.selector, MILLION + 1, MILLION));
        network.stake(id, STAKE, cleo, MAX);
        vm.stopPrank();
        _assertNothingMoved();
    }

    /// @dev To give a newcomer a smaller part of the network than was promised, by letting others in first.
    function test_Attack_NetworkSupplyRaisedBeforeTheStake() external {
        uint256 id = _admit(_cleosTerms());
        uint256 expected = network.totalSupply() + STAKE;
        PersonalToken doraToken = _launch(dora, "DORA");
        uint256 second = _admit(_entryTerms(address(doraToken), dora, STAKE));
        vm.prank(dora);
        doraToken.approve(address(network), MAX);
        _stakeAs(dora, second, STAKE);
        vm.prank(cleo);
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.NetworkSupplyAboveMaximum.selector, expected + STAKE, expected)
        );
        network.stake(id, STAKE, cleo, expected);
        assertEq(cleoToken.balanceOf(cleo), MILLION, "she keeps her shares");
    }

    /// @dev To use an offer that was made in other times, or before it may be used.
    function test_Attack_StaleTerms() external {
        Terms memory terms = _cleosTerms();
        uint256 id = network.termsCount();
        _pass(address(network), _entryCall(terms));
        uint256 opensAt = block.timestamp + OPENING_DELAY;
        vm.startPrank(cleo);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsNotOpenYet.selector, id, opensAt));
        network.stake(id, STAKE, cleo, MAX);
        vm.warp(terms.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsExpired.selector, id, terms.expiry));
        network.stake(id, STAKE, cleo, MAX);
        vm.stopPrank();
        _assertNothingMoved();
    }

    /// @dev To stake more than was agreed on, at once or bit by bit.
    function testFuzz_Attack_Overfill(uint256 first) external {
        first = bound(first, 1, STAKE);
        uint256 id = _admit(_cleosTerms());
        _stakeAs(cleo, id, first);
        vm.prank(cleo);
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, id, STAKE - first + 1, STAKE - first)
        );
        network.stake(id, STAKE - first + 1, cleo, MAX);
        assertEq(network.balanceOf(cleo), first, "what was agreed on");
    }

    /// @dev To gain by rounding: in many small stakes instead of one.
    function testFuzz_Attack_RoundingOfStakes(uint256 rate, uint256 stakes) external {
        rate = bound(rate, 1e17, 3e18);
        stakes = bound(stakes, 2, 8);
        Terms memory terms = _cleosTerms();
        terms.rate = rate;
        uint256 id = _admit(terms);
        uint256 each = 13;
        uint256 minted = 0;
        for (uint256 i = 0; i < stakes; ++i) {
            minted += _stakeAs(cleo, id, each);
        }
        assertLe(minted, each * stakes * rate / 1e18, "never more than in one");
        uint256 tooFew = 1e18 / rate;
        if (tooFew * rate == 1e18 || tooFew == 0) return;
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.StakeRoundsToZero.selector, tooFew, rate));
        network.stake(id, tooFew, cleo, MAX);
    }

    // ----------------------------------------------------------------------------------------------------- cancelling

    /// @dev The sponsor takes the offer back when the stake is on its way, to keep the member's shares.
    function test_Attack_CancelRace() external {
        uint256 id = _admit(_cleosTerms());
        vm.prank(ada);
        network.cancelTerms(id);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, id, STAKE, 0));
        network.stake(id, STAKE, cleo, MAX);
        _assertNothingMoved();
    }

    /// @dev To cancel after the stake, and have its shares undone.
    function test_Attack_CancelAfterTheStake() external {
        uint256 id = _admit(_cleosTerms());
        _stakeAs(cleo, id, STAKE / 2);
        vm.prank(ada);
        network.cancelTerms(id);
        assertEq(network.balanceOf(cleo), STAKE / 2, "what was staked stays");
        assertEq(network.positionOf(address(cleoToken), cleo).staked, STAKE / 2, "and is on the books");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsOver.selector, id));
        network.cancelTerms(id);
    }

    /// @dev A stranger cancels what others agreed on; or a founder's terms are cancelled.
    function test_Attack_CancelByAStranger() external {
        uint256 id = _admit(_cleosTerms());
        address[3] memory strangers = [mallory, ben, address(cleoToken)];
        for (uint256 i = 0; i < strangers.length; ++i) {
            vm.prank(strangers[i]);
            vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.NotYoursToCancel.selector, id, strangers[i]));
            network.cancelTerms(id);
        }
        assertEq(_stakeAs(cleo, id, STAKE), STAKE, "the stake goes through");
    }

    // ------------------------------------------------------------------------------------------------------ consent

    /// @dev To drag a person with a closed token into a network that the person did not approve.
    function test_Attack_NetworkWithoutThePersonsApproval() external {
        vm.prank(dora);
        PersonalToken closed = PersonalToken(payable(registry.launch("Dora", "DORA", MILLION, URI, false)));
        vm.startPrank(dora);
        closed.approveHolder(mallory, true);
        closed.transfer(mallory, STAKE);
        vm.stopPrank();
        uint256 id = _admit(_entryTerms(address(closed), mallory, STAKE));
        vm.startPrank(mallory);
        closed.approve(address(network), MAX);
        vm.expectRevert(abi.encodeWithSelector(bytes4(keccak256("HolderNotApproved(address)")), address(network)));
        network.stake(id, STAKE, mallory, MAX);
        vm.stopPrank();
        assertEq(closed.balanceOf(address(network)), 0, "nothing went in");
    }
}
