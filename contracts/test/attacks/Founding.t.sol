// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../src/interfaces/INetworkGovernor.sol";
import {Founder, FoundingStatus, Terms} from "../../src/types/EquityTypes.sol";
import {AttackTest} from "../utils/AttackTest.sol";

/// @notice Attacks by founders on each other, while a network is being founded and when that failed.
contract FoundingAttacksTest is AttackTest {
    uint256 private constant STAKE = 100_000e18;
    uint256 private constant MAX = type(uint256).max;

    PersonalToken private malloryToken;
    uint256 private foundingEnds;

    /// @dev Ada, Ben and Mallory are to stake as much each, for as much.
    function setUp() public override {
        super.setUp();
        malloryToken = _launch(mallory, "MALLORY");
        Founder[] memory founders = new Founder[](3);
        founders[0] = _founder(adaToken, ada, STAKE, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, STAKE, ONE_TO_ONE);
        founders[2] = _founder(malloryToken, mallory, STAKE, ONE_TO_ONE);
        founders[2].maxMemberSupply = MILLION;
        _use(_form(founders));
        foundingEnds = network.foundingEnds();
    }

    function _malloryStakes() private returns (uint256) {
        return _stake(network, 2, malloryToken, mallory, STAKE, mallory);
    }

    function _takeBack(address account, uint256 termsId) private returns (uint256) {
        vm.prank(account);
        return network.unstake(termsId, STAKE);
    }

    function _fail() private {
        vm.warp(foundingEnds + 1);
        assertEq(uint8(network.foundingStatus()), uint8(FoundingStatus.Failed), "failed");
    }

    // -------------------------------------------------------------------------------------------------- while open

    /// @dev The first founder owns the network for a while: to fill it, or vote, before the others come.
    function test_Attack_FirstFounderCapture() external {
        _malloryStakes();
        assertEq(network.totalSupply(), STAKE, "all is Mallory's for now");
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, 2, STAKE, 0));
        network.stake(2, STAKE, mallory, MAX);
        bytes memory call = _entryCall(_entryTerms(address(malloryToken), mallory, STAKE));
        vm.stopPrank();
        vm.expectRevert(INetworkGovernor.FoundingIsOpen.selector);
        _propose(mallory, address(network), call);

        assertEq(_stake(network, 0, adaToken, ada, STAKE, ada), STAKE, "who comes later gets what was agreed on");
        assertEq(_stake(network, 1, benToken, ben, STAKE, ben), STAKE, "who comes later gets what was agreed on");
        assertTrue(network.founded(), "founded");
        assertEq(network.balanceOf(mallory) * 3, network.totalSupply(), "a third, as agreed on");
    }

    /// @dev To take a gift for all with the first stake, or make others' stakes cheaper by one.
    function test_Attack_FirstFounderAndAGift() external {
        _malloryStakes();
        vm.startPrank(mallory);
        vm.deal(mallory, 10 ether);
        Address.sendValue(payable(address(network)), 10 ether);
        vm.stopPrank();
        _stake(network, 0, adaToken, ada, STAKE, ada);
        network.absorb();
        assertEq(network.claimable(mallory), 5 ether - 1, "Mallory paid half of it to Ada");
        assertEq(network.balanceOf(ada), STAKE, "whose shares are as agreed on");
    }

    /// @dev To deadlock the founding with a stake in parts, by dust that leaves a rest too small to be one.
    function test_Attack_FoundingByDust() external {
        vm.startPrank(mallory);
        malloryToken.approve(address(network), MAX);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderStakesWhole.selector, 2, 1, STAKE));
        network.stake(2, 1, mallory, MAX);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderStakesWhole.selector, 2, STAKE - 1, STAKE));
        network.stake(2, STAKE - 1, mallory, MAX);
        vm.stopPrank();
        assertEq(network.foundersLeft(), 3, "nobody has staked");
    }

    /// @dev To stake in another founder's place.
    function test_Attack_FounderInAnothersPlace() external {
        vm.startPrank(ada);
        adaToken.transfer(mallory, STAKE);
        vm.stopPrank();
        vm.startPrank(mallory);
        adaToken.approve(address(network), MAX);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsNotForAccount.selector, 0, ada, mallory));
        network.stake(0, STAKE, mallory, MAX);
        vm.stopPrank();
    }

    /// @dev To take the stake back while the others still may stake, once one has seen theirs.
    function test_Attack_TakeBackWhileOpen() external {
        _malloryStakes();
        _stake(network, 0, adaToken, ada, STAKE, ada);
        vm.expectRevert(INetworkAdmission.FoundingNotFailed.selector);
        _takeBack(mallory, 2);
        vm.warp(foundingEnds);
        vm.expectRevert(INetworkAdmission.FoundingNotFailed.selector);
        _takeBack(mallory, 2);
        _stake(network, 1, benToken, ben, STAKE, ben);
        vm.warp(foundingEnds + 1);
        vm.expectRevert(INetworkAdmission.FoundingNotFailed.selector);
        _takeBack(mallory, 2);
        assertTrue(network.founded(), "founded");
    }

    // ----------------------------------------------------------------------------------------------------- when failed

    /// @dev One founder makes the founding fail, to keep the others' stakes in a network that nobody wanted.
    function test_Attack_FoundingDeadlock() external {
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _stake(network, 1, benToken, ben, STAKE, address(benToken));
        vm.startPrank(mallory);
        malloryToken.issue(mallory, 1);
        malloryToken.approve(address(network), MAX);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.MemberSupplyAboveTerms.selector, MILLION + 1, MILLION));
        network.stake(2, STAKE, mallory, MAX);
        vm.stopPrank();
        _fail();
        assertEq(_takeBack(ada, 0), STAKE, "burned");
        vm.prank(ben);
        benToken.leave(address(network), 1, STAKE);
        assertEq(adaToken.balanceOf(ada), 800_000e18, "all of Ada's is back");
        assertEq(network.totalSupply(), 0, "nobody is left");
        assertEq(benToken.balanceOf(address(network)) + adaToken.balanceOf(address(network)), 0, "nothing is left");
    }

    /// @dev To stake after the end, when others took theirs back, and own the rest.
    function test_Attack_StakeAfterTheEnd() external {
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _fail();
        vm.startPrank(mallory);
        malloryToken.approve(address(network), MAX);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsExpired.selector, 2, foundingEnds));
        network.stake(2, STAKE, mallory, MAX);
        vm.stopPrank();
    }

    /// @dev To take a stake back twice, more than it, or a part of it to keep shares.
    function test_Attack_TakeBackOtherwise() external {
        _malloryStakes();
        vm.prank(mallory);
        malloryToken.transfer(ada, STAKE);
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _fail();
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderStakesWhole.selector, 2, 1, STAKE));
        network.unstake(2, 1);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsNotForAccount.selector, 0, ada, mallory));
        network.unstake(0, STAKE);
        network.unstake(2, STAKE);
        vm.stopPrank();
        vm.prank(ada);
        network.transfer(mallory, STAKE);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderStakesWhole.selector, 2, STAKE, 0));
        _takeBack(mallory, 2);
        assertEq(malloryToken.balanceOf(mallory), 900_000e18, "what she staked");
        assertEq(adaToken.balanceOf(address(network)), STAKE, "Ada's stays");
    }

    /// @dev To take the same stake back by exit terms and as a founder: nobody proposes before founders had their time, and
    /// nobody takes back after somebody proposed.
    function test_Attack_TakeTheSameStakeBackTwice() external {
        _malloryStakes();
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _fail();
        Terms memory terms = _exitTerms(address(malloryToken), mallory, STAKE);
        terms.sponsor = mallory;
        uint256 until = foundingEnds + TAKE_BACK_PERIOD;
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, until));
        _propose(mallory, address(network), _exitCall(terms));
        vm.warp(until + 1);
        terms.expiry = uint64(until + 1 + DELAY + PERIOD + OPENING_DELAY + 10 days);
        _propose(mallory, address(network), _exitCall(terms));
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TakeBackOver.selector, until));
        _takeBack(mallory, 2);
    }

    /// @dev To vote with shares that one then takes back, and dilute who stays: what can vote can't be taken back.
    function test_Attack_TermsByThoseWhoLeave() external {
        _malloryStakes();
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _fail();
        uint256 until = foundingEnds + TAKE_BACK_PERIOD;
        vm.warp(until);
        Terms memory terms = _entryTerms(address(malloryToken), mallory, STAKE);
        terms.sponsor = mallory;
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, until));
        _propose(mallory, address(network), _entryCall(terms));
        _takeBack(mallory, 2);
        skip(1);
        terms.expiry = uint64(block.timestamp + DELAY + PERIOD + OPENING_DELAY + 10 days);
        _expectTooFewVotes(1e18);
        _propose(mallory, address(network), _entryCall(terms));
    }

    /// @dev To vote, take the stake back before the vote ends, and let the others have what one voted for.
    function test_Attack_VoteAndTakeBack() external {
        _malloryStakes();
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _fail();
        uint256 until = foundingEnds + TAKE_BACK_PERIOD;
        vm.warp(until + 1);
        Terms memory terms = _entryTerms(address(malloryToken), mallory, STAKE);
        terms.sponsor = mallory;
        uint256 proposalId = _propose(mallory, address(network), _entryCall(terms));
        skip(DELAY + 1);
        vm.startPrank(mallory);
        governor.castVote(proposalId, FOR);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TakeBackOver.selector, until));
        network.unstake(2, STAKE);
        vm.stopPrank();
    }

    /// @dev To end the others' time early with a vote on something else.
    function test_Attack_EndTheTakeBackEarly() external {
        _malloryStakes();
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _fail();
        uint256 until = foundingEnds + TAKE_BACK_PERIOD;
        bytes memory call = abi.encodeCall(INetworkAdmission.setContractURI, (URI));
        vm.warp(until);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, until));
        _propose(mallory, address(network), call);
        assertEq(_takeBack(ada, 0), STAKE, "until the end of the fourteenth day");
        skip(1);
        _propose(mallory, address(network), call);
        assertTrue(governor.hasProposed(), "proposed");
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TakeBackOver.selector, until));
        _takeBack(mallory, 2);
    }

    /// @dev To propose in a network of nobody, where no votes would be needed.
    function test_Attack_VoteInAnEmptyNetwork() external {
        _fail();
        vm.warp(foundingEnds + TAKE_BACK_PERIOD + 1);
        _expectTooFewVotes(1);
        _propose(mallory, address(network), abi.encodeCall(INetworkAdmission.setContractURI, (URI)));
    }

    function _expectTooFewVotes(uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                bytes4(keccak256("GovernorInsufficientProposerVotes(address,uint256,uint256)")), mallory, 0, needed
            )
        );
    }

    /// @dev To take back what income a stake brought, past those who stay.
    function test_Attack_TakeBackWithTheIncome() external {
        _malloryStakes();
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _realize(adaToken, ada, 10 ether);
        _fail();
        assertEq(_takeBack(mallory, 2), STAKE, "burned");
        assertEq(network.claimable(mallory), 0, "Ada's token owes the network, not who left it");
        _takeBack(ada, 0);
        assertApproxEqAbs(network.claimable(ada), 1 ether, 2, "who stays takes part");
    }

    function _idOf(bytes memory call) private view returns (uint256) {
        address[] memory targets = new address[](1);
        bytes[] memory calls = new bytes[](1);
        (targets[0], calls[0]) = (address(network), call);
        return governor.getProposalId(targets, new uint256[](1), calls, keccak256("Because."));
    }
}
