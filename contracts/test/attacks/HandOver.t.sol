// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityRegistry} from "../../src/interfaces/IEquityRegistry.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Attacks around the moment in which a personal token changes hands.
contract HandOverAttacksTest is WeftTest {
    uint256 private constant STAKE = 100_000e18;
    uint256 private constant MAX = type(uint256).max;

    PersonalToken private token;
    address private heir = makeAddr("heir");

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        vm.deal(heir, 100 ether);
    }

    function _offer(address to) private {
        vm.prank(ada);
        token.transferPerson(to);
    }

    function _accept(address by, uint256 supply) private {
        vm.prank(by);
        token.acceptPerson(supply);
    }

    function _handOver() private {
        _offer(heir);
        _accept(heir, MILLION);
    }

    /// @dev To dilute what is handed over just before it is accepted.
    function test_Attack_HandOverRace() external {
        _offer(heir);
        vm.prank(ada);
        token.issue(ada, 1);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.SupplyChanged.selector, MILLION + 1, MILLION));
        _accept(heir, MILLION);
        assertEq(token.person(), ada, "nobody took it over");
        assertEq(registry.personalTokenOf(heir), address(0), "nor has it on the books");
    }

    /// @dev To accept what is not offered any more, or was offered to somebody else.
    function test_Attack_AcceptWithoutAnOffer() external {
        _offer(heir);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPendingPerson.selector, ben));
        _accept(ben, MILLION);
        _offer(address(0));
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPendingPerson.selector, heir));
        _accept(heir, MILLION);
        _handOver();
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPendingPerson.selector, heir));
        _accept(heir, MILLION);
    }

    /// @dev To act as the person before the acceptance, or after having handed over.
    function test_Attack_ActAsAnotherPerson() external {
        _offer(heir);
        _assertPowerless(heir);
        _accept(heir, MILLION);
        _assertPowerless(ada);
        vm.prank(heir);
        token.realize{value: 1 ether}(1 ether, 0, "");
        assertEq(token.realizationCount(), 1, "the person acts");
    }

    function _assertPowerless(address account) private {
        bytes memory refusal = abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, account);
        vm.startPrank(account);
        vm.expectRevert(refusal);
        token.realize{value: 1 ether}(1 ether, 0, "");
        vm.expectRevert(refusal);
        token.issue(account, 1e18);
        vm.expectRevert(refusal);
        token.shortenStream(0);
        vm.expectRevert(refusal);
        token.approveHolder(account, true);
        vm.expectRevert(refusal);
        token.openTransfers();
        vm.expectRevert(refusal);
        token.allowDeposit(account);
        vm.expectRevert(refusal);
        token.delegateVotes(account, account);
        vm.expectRevert(refusal);
        token.leave(account, 0, 1);
        vm.expectRevert(refusal);
        token.setContractURI(URI);
        vm.expectRevert(refusal);
        token.transferPerson(account);
        vm.stopPrank();
    }

    /// @dev To hand over and launch another, or to collect several.
    function test_Attack_SecondTokenOfAPerson() external {
        _handOver();
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, ada, address(token)));
        registry.launch("Ada", "ADA", MILLION, URI, true);

        PersonalToken benToken = _launch(ben, "BEN");
        address[2] memory takers = [ada, heir];
        for (uint256 i = 0; i < takers.length; ++i) {
            vm.prank(ben);
            benToken.transferPerson(takers[i]);
            vm.prank(takers[i]);
            vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, takers[i], address(token)));
            benToken.acceptPerson(MILLION);
        }
        assertEq(benToken.person(), ben, "still Ben's");
    }

    /// @dev To keep somebody from launching by pushing a token on them: only who accepts has it.
    function test_Attack_PushATokenOnSomebody() external {
        _offer(heir);
        vm.prank(heir);
        address own = registry.launch("Heir", "HEIR", MILLION, URI, true);
        assertEq(registry.personalTokenOf(heir), own, "launched all the same");
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, heir, own));
        _accept(heir, MILLION);
        assertEq(registry.personalTokenOf(ada), address(token), "still Ada's");
    }

    /// @dev To lose the own token for ever by handing it over and back.
    function test_Attack_NoWayBack() external {
        _handOver();
        vm.prank(heir);
        token.transferPerson(ada);
        _accept(ada, MILLION);
        assertEq(token.person(), ada, "back");
        assertEq(registry.personalTokenOf(ada), address(token), "on the books as well");
        assertEq(registry.personalTokenOf(heir), address(0), "and nobody else's");
        vm.prank(heir);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, heir, address(token)));
        registry.launch("Heir", "HEIR", MILLION, URI, true);
    }

    /// @dev To rewrite the books without a token.
    function test_Attack_MoveTheBooks() external {
        address[3] memory callers = [ada, heir, address(_launch(ben, "BEN"))];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.prank(callers[i]);
            vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.OnlyPersonalToken.selector, callers[i]));
            registry.movePersonalToken(ada, heir);
        }
        assertEq(registry.personalTokenOf(ada), address(token), "as they were");
    }

    /// @dev To have a stake that is on its way end in the treasury of a token that one handed over meanwhile.
    function test_Attack_StakeIntoAHandedOverTreasury() external {
        INetworkToken network = _formWith(token, ada, STAKE);
        vm.prank(ada);
        token.approve(address(network), STAKE);
        _handOver();
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, address(token)));
        network.stake(0, STAKE, address(token), MAX);
        assertEq(token.balanceOf(ada), MILLION, "she keeps her shares");
    }

    /// @dev To keep voting with a treasury that is not one's own any more: the person of now takes the votes.
    function test_Attack_VotesOfAHandedOverTreasury() external {
        INetworkToken network = _formWith(token, ada, STAKE);
        _stake(network, 0, token, ada, STAKE, address(token));
        _handOver();
        vm.prank(heir);
        token.delegateVotes(address(network), heir);
        assertEq(network.getVotes(ada), 0, "no votes");
        assertEq(network.getVotes(heir), STAKE, "all of them");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, ada));
        token.delegateVotes(address(network), ada);
    }

    /// @dev To be paid what shares earned by taking over the token: shares and income stay with their holders.
    function test_Attack_IncomeOfWhoHandedOver() external {
        _realize(token, ada, 10 ether);
        _handOver();
        assertEq(token.claimable(heir), 0, "nothing");
        assertEq(token.claimable(ada), 10 ether - 1, "all of it");
    }
}
