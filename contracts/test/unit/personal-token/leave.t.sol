// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {Position, Stream, TermsKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

/// @dev Cleo stakes for her token's treasury, in a network that Ada and Ben founded.
contract LeaveTest is GovernedTest, PoolTest {
    uint256 private constant STAKE = 50_000e18;
    uint256 private constant FOUNDERS_SHARES = 200_000e18;

    PersonalToken private cleoToken;

    function setUp() public override(GovernedTest, PoolTest) {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
    }

    /// @dev Cleo stakes so much of a token that she holds, and may take as much back.
    /// @return exitId Number of the exit terms.
    function _join(PersonalToken member) private returns (uint256 exitId) {
        uint256 entryId = _openTerms(_entryTerms(address(member), cleo, STAKE));
        _stake(network, entryId, member, cleo, STAKE, address(cleoToken));
        return _openExitTerms(_exitTerms(address(member), address(cleoToken), STAKE));
    }

    /// @dev As {_join}, with shares of Ada's token.
    function _joinWithAdas() private returns (uint256 exitId) {
        vm.prank(ada);
        adaToken.transfer(cleo, STAKE);
        return _join(adaToken);
    }

    function _leave(uint256 termsId, uint256 amount) private returns (uint256 shares) {
        vm.prank(cleo);
        return cleoToken.leave(address(network), termsId, amount);
    }

    function _expectUnstaked(uint256 exitId, PersonalToken member, uint256 amount) private {
        vm.expectEmit(address(network));
        emit IERC20.Transfer(address(cleoToken), address(0), amount);
        vm.expectEmit(address(member));
        emit IERC20.Transfer(address(network), member == cleoToken ? address(0) : address(cleoToken), amount);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Unstaked(exitId, address(member), address(cleoToken), amount, amount);
    }

    // --------------------------------------------------------------------------------------------------- refusals

    function testFuzz_RevertWhen_CallerIsNotThePerson(address caller) external {
        vm.assume(caller != cleo);
        uint256 exitId = _join(cleoToken);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        cleoToken.leave(address(network), exitId, STAKE);
    }

    function testFuzz_RevertWhen_AddressIsNoNetwork(address any) external {
        vm.assume(any != address(network));
        _expectNotNetwork(any);
        _expectNotNetwork(address(adaToken));
        _expectNotNetwork(address(cleoToken));
    }

    function _expectNotNetwork(address any) private {
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.NotNetwork.selector, any));
        cleoToken.leave(any, 0, STAKE);
    }

    function test_RevertWhen_TermsAreUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, 2));
        _leave(2, STAKE);
    }

    function test_RevertWhen_TermsAreForEntry() external {
        uint256 exitId = _join(cleoToken);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.WrongTermsKind.selector, exitId - 1, TermsKind.Entry));
        _leave(exitId - 1, STAKE);
    }

    function test_RevertWhen_TermsAreForAnotherAccount() external {
        _join(cleoToken);
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), cleo, STAKE));
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.TermsNotForAccount.selector, exitId, cleo, address(cleoToken))
        );
        _leave(exitId, STAKE);
    }

    function test_RevertWhen_MoreThanWasStaked() external {
        _join(cleoToken);
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), address(cleoToken), STAKE + 1));
        vm.expectRevert(
            abi.encodeWithSelector(
                INetworkAdmission.PositionTooSmall.selector, address(cleoToken), address(cleoToken), STAKE + 1, STAKE
            )
        );
        _leave(exitId, STAKE + 1);
    }

    // ------------------------------------------------------------------------------------------------- own shares

    function test_OwnShares() external {
        uint256 exitId = _join(cleoToken);
        assertEq(network.balanceOf(address(cleoToken)), STAKE, "in the treasury");
        _expectUnstaked(exitId, cleoToken, STAKE);
        assertEq(_leave(exitId, STAKE), STAKE, "for the shares that were minted");
        _assertLeft(STAKE);
        assertEq(network.getVotes(cleo), 0, "no votes");
    }

    function testFuzz_OwnShares_AnyPart(uint256 amount) external {
        amount = bound(amount, 1, STAKE);
        uint256 exitId = _join(cleoToken);
        _expectUnstaked(exitId, cleoToken, amount);
        assertEq(_leave(exitId, amount), amount, "for as many shares");
        _assertLeft(amount);
    }

    /// @dev As many shares as there were before. Nothing more may be minted under the terms, so nobody is diluted.
    function test_OwnShares_OfTheLargestStake() external {
        uint256 entryId = _openTerms(_entryTerms(address(cleoToken), cleo, FOUNDERS_SHARES));
        _stake(network, entryId, cleoToken, cleo, FOUNDERS_SHARES, address(cleoToken));
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), address(cleoToken), FOUNDERS_SHARES));
        _expectUnstaked(exitId, cleoToken, FOUNDERS_SHARES);
        assertEq(_leave(exitId, FOUNDERS_SHARES), FOUNDERS_SHARES, "for the shares that were minted");
        assertEq(network.totalSupply(), FOUNDERS_SHARES, "burned");
        assertEq(cleoToken.totalSupply(), MILLION - FOUNDERS_SHARES, "burned too");
    }

    function _assertLeft(uint256 amount) private view {
        uint256 rest = STAKE - amount;
        assertEq(cleoToken.balanceOf(address(cleoToken)), 0, "no token holds itself");
        assertEq(cleoToken.totalSupply(), MILLION - amount, "burned");
        assertEq(cleoToken.eligibleSupply(), MILLION - amount, "takes part no more");
        assertEq(cleoToken.balanceOf(address(network)), rest, "the network has the rest");
        assertEq(cleoToken.treasuryHeld(), rest, "no other treasury has any");
        assertEq(network.balanceOf(address(cleoToken)), rest, "the rest of the network's shares");
        assertEq(network.totalSupply(), FOUNDERS_SHARES + rest, "burned too");
        Position memory position = network.positionOf(address(cleoToken), address(cleoToken));
        assertEq(position.staked, STAKE, "staked");
        assertEq(position.returned, amount, "returned");
        assertEq(position.burned, amount, "burned for it");
    }

    /// @dev Of 100 realized the network is due 5, of which the treasury has a fifth.
    function test_OwnShares_HaveAPartInWhatWasNotHarvested() external {
        uint256 exitId = _join(cleoToken);
        _realize(cleoToken, cleo, 100 ether);
        uint256 due = cleoToken.claimable(address(network));
        assertApproxEqAbs(due, 5 ether, 1, "not harvested yet");
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(cleoToken), due);
        _leave(exitId, STAKE);

        assertEq(cleoToken.claimable(address(network)), 0, "harvested");
        uint256 part = network.claimable(address(cleoToken));
        assertApproxEqAbs(part, 1 ether, 2, "a fifth of it");
        assertEq(cleoToken.harvest(address(network)), part, "is paid after leaving");
        assertApproxEqAbs(cleoToken.claimable(cleo), 96 ether, 4, "to the holders");
    }

    /// @dev Of 100 that stream 5 accrued, of which the network has a twentieth, and of that the treasury a fifth.
    function test_OwnShares_LetWhatStreamsAccrue() external {
        uint256 exitId = _join(cleoToken);
        vm.prank(cleo);
        cleoToken.realize{value: 100 ether}(100 ether, 100 days, "");
        skip(5 days);
        uint256 perShare = (5 ether << 128) / MILLION;
        vm.expectEmit(address(cleoToken));
        emit IEquityToken.Accrued(perShare, 95 ether, MILLION);
        _leave(exitId, STAKE);

        Stream memory left = cleoToken.stream();
        assertEq(left.left, 95 ether, "the rest streams on");
        assertEq(left.lastAccrual, block.timestamp, "from now");
        assertApproxEqAbs(network.claimable(address(cleoToken)), 0.05 ether, 2, "a fifth of a twentieth");
        skip(95 days);
        assertApproxEqAbs(cleoToken.claimable(cleo), 99.75 ether, 4, "all the rest is for who is left");
    }

    function test_RevertWhen_OwnSharesAreSentBeforeOrAfter() external {
        uint256 exitId = _join(cleoToken);
        _expectDidNotAsk();
        vm.prank(cleo);
        cleoToken.transfer(address(cleoToken), 1);
        _leave(exitId, STAKE);
        _expectDidNotAsk();
        vm.prank(cleo);
        cleoToken.transfer(address(cleoToken), 1);
    }

    function _expectDidNotAsk() private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, address(cleoToken)));
    }

    // ---------------------------------------------------------------------------------------------- others' shares

    function _assertInTheTreasury(PersonalToken member, uint256 held) private view {
        assertEq(member.balanceOf(address(cleoToken)), STAKE, "in the treasury");
        assertEq(member.transferableBalanceOf(address(cleoToken)), 0, "to stay");
        assertEq(member.totalSupply(), MILLION, "not burned");
        assertEq(member.treasuryHeld(), held, "treasuries together hold as many as before");
        assertEq(network.balanceOf(address(cleoToken)), 0, "no shares of the network");
        assertFalse(cleoToken.isDepositAllowed(address(member)), "no more may come");
    }

    function test_OthersShares() external {
        uint256 exitId = _joinWithAdas();
        _expectUnstaked(exitId, adaToken, STAKE);
        assertEq(_leave(exitId, STAKE), STAKE, "for the shares that were minted");
        _assertInTheTreasury(adaToken, 200_000e18 + STAKE);
        assertEq(adaToken.balanceOf(address(network)), 200_000e18, "the network has Ada's own stake");
        assertEq(cleoToken.totalSupply(), MILLION, "Cleo's shares are as they were");
    }

    function test_RevertWhen_OthersSharesAreSentAfterwards() external {
        _leave(_joinWithAdas(), STAKE);
        _expectDidNotAsk();
        vm.prank(ada);
        adaToken.transfer(address(cleoToken), 1);
    }

    /// @dev The bound is for what enters; from one treasury to another nothing does.
    function test_OthersShares_ThoughTreasuriesHoldTooMuch() external {
        uint256 exitId = _joinWithAdas();
        address pool = IUniswapV3Factory(poolFactory).createPool(address(adaToken), address(quote), POOL_FEE);
        adaToken.exclude(pool);
        uint256 all = adaToken.balanceOf(ada);
        vm.prank(ada);
        adaToken.transfer(pool, all);
        assertEq(adaToken.eligibleSupply(), adaToken.treasuryHeld(), "treasuries have all that is in no pool");

        _leave(exitId, STAKE);
        _assertInTheTreasury(adaToken, 200_000e18 + STAKE);
    }

    function test_OthersShares_ThoughNotApproved() external {
        PersonalToken closed = _launch(dora, "DORA", MILLION, false);
        vm.startPrank(dora);
        closed.approveHolder(cleo, true);
        closed.approveHolder(address(network), true);
        closed.transfer(cleo, STAKE);
        vm.stopPrank();
        uint256 exitId = _join(closed);
        assertFalse(closed.isHolderApproved(address(cleoToken)), "not approved");
        _expectUnstaked(exitId, closed, STAKE);
        _leave(exitId, STAKE);
        _assertInTheTreasury(closed, STAKE);
    }

    // ----------------------------------------------------------------------------------------------------- person

    function test_ByTheNewPerson() external {
        uint256 exitId = _join(cleoToken);
        vm.prank(cleo);
        cleoToken.transferPerson(dora);
        vm.prank(dora);
        cleoToken.acceptPerson(MILLION);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, cleo));
        _leave(exitId, STAKE);
        vm.prank(dora);
        cleoToken.leave(address(network), exitId, STAKE);
        _assertLeft(STAKE);
    }
}
