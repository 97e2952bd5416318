// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {Founder, HolderClass, Position, TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract StakeTest is WeftTest {
    uint256 private constant ADA_STAKE = 200_000e18;
    uint256 private constant BEN_STAKE = 100_000e18;
    uint256 private constant ANY_SUPPLY = type(uint256).max;

    PersonalToken private adaToken;
    PersonalToken private benToken;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, ADA_STAKE, 0.5e18);
        founders[1] = _founder(benToken, ben, BEN_STAKE, 2e18);
        network = _form(founders);
        vm.prank(ada);
        adaToken.approve(address(network), ANY_SUPPLY);
    }

    /// @dev The view and the call revert alike.
    function _expectRevert(uint256 termsId, address account, uint256 amount, bytes memory reason) private {
        vm.expectRevert(reason);
        network.previewStake(termsId, account, amount);
        vm.prank(account);
        vm.expectRevert(reason);
        network.stake(termsId, amount, account, ANY_SUPPLY);
    }

    function test_RevertWhen_ThereAreNoSuchTerms() external {
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, 2);
        _expectRevert(2, ada, ADA_STAKE, reason);
        vm.expectRevert(reason);
        network.termsOf(2);
    }

    function test_RevertWhen_TermsAreForSomebodyElse() external {
        _expectRevert(
            0, dora, ADA_STAKE, abi.encodeWithSelector(INetworkAdmission.TermsNotForAccount.selector, 0, ada, dora)
        );
    }

    function test_RevertWhen_TermsAreNotOpenYet() external {
        uint256 opensAt = block.timestamp;
        vm.warp(opensAt - 1);
        _expectRevert(0, ada, ADA_STAKE, abi.encodeWithSelector(INetworkAdmission.TermsNotOpenYet.selector, 0, opensAt));
    }

    function test_RevertWhen_TermsExpired() external {
        uint256 expiry = network.foundingEnds();
        vm.warp(expiry + 1);
        _expectRevert(0, ada, ADA_STAKE, abi.encodeWithSelector(INetworkAdmission.TermsExpired.selector, 0, expiry));
    }

    function test_RevertWhen_MoreIsStakedThanTheTermsTake() external {
        _expectRevert(
            0,
            ada,
            ADA_STAKE + 1,
            abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, 0, ADA_STAKE + 1, ADA_STAKE)
        );
    }

    function test_RevertWhen_StakedASecondTime() external {
        _stake(network, 0, adaToken, ada, ADA_STAKE, ada);
        _expectRevert(
            0, ada, ADA_STAKE, abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, 0, ADA_STAKE, 0)
        );
    }

    function test_RevertWhen_LessThanTheWholeIsStaked() external {
        bytes4 selector = INetworkAdmission.FounderStakesWhole.selector;
        _expectRevert(0, ada, ADA_STAKE - 1, abi.encodeWithSelector(selector, 0, ADA_STAKE - 1, ADA_STAKE));
        _expectRevert(0, ada, 0, abi.encodeWithSelector(selector, 0, 0, ADA_STAKE));
    }

    function test_RevertWhen_MemberTokenWasDilutedBeyondTheTerms() external {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(adaToken, ada, ADA_STAKE, ONE_TO_ONE);
        founders[0].maxMemberSupply = MILLION - 1;
        network = _form(founders);
        _expectRevert(
            0,
            ada,
            ADA_STAKE,
            abi.encodeWithSelector(INetworkAdmission.MemberSupplyAboveTerms.selector, MILLION, MILLION - 1)
        );
    }

    function test_RevertWhen_ReceiverIsNotTheCallersOwn() external {
        address[4] memory receivers = [address(0), ben, address(benToken), address(network)];
        for (uint256 i = 0; i < receivers.length; ++i) {
            vm.prank(ada);
            vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, receivers[i]));
            network.stake(0, ADA_STAKE, receivers[i], ANY_SUPPLY);
        }
    }

    function test_RevertWhen_ReceiverIsZeroAndCallerHasNoPersonalToken() external {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(adaToken, dora, 1e18, ONE_TO_ONE);
        INetworkToken other = _form(founders);
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, address(0)));
        other.stake(0, 1e18, address(0), ANY_SUPPLY);
    }

    function test_RevertWhen_NetworkWouldHaveMoreSharesThanAllowed() external {
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.NetworkSupplyAboveMaximum.selector, 100_000e18, 100_000e18 - 1)
        );
        network.stake(0, ADA_STAKE, ada, 100_000e18 - 1);
    }

    function test_RevertWhen_ThereIsNoAllowance() external {
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(network), 0, BEN_STAKE)
        );
        network.stake(1, BEN_STAKE, ben, ANY_SUPPLY);
    }

    function test_RevertWhen_ClosedMemberDidNotApproveTheNetwork() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        INetworkToken other = _formWith(closed, cleo, 1e18);
        vm.startPrank(cleo);
        closed.approve(address(other), 1e18);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, address(other)));
        other.stake(0, 1e18, cleo, ANY_SUPPLY);

        closed.approveHolder(address(other), true);
        assertEq(other.stake(0, 1e18, cleo, ANY_SUPPLY), 1e18, "once it is approved");
    }

    function test_RevertWhen_TreasuriesWouldHoldMoreThan80Percent() external {
        _stake(network, 0, adaToken, ada, ADA_STAKE, ada);
        INetworkToken other = _formWith(adaToken, ada, 600_000e18 + 1);
        vm.startPrank(ada);
        adaToken.approve(address(other), ANY_SUPPLY);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, 800_000e18 + 1, 800_000e18));
        other.stake(0, 600_000e18 + 1, ada, ANY_SUPPLY);
        vm.stopPrank();

        INetworkToken exact = _formWith(adaToken, ada, 600_000e18);
        _stake(exact, 0, adaToken, ada, 600_000e18, ada);
        assertEq(adaToken.treasuryHeld(), 800_000e18, "exactly 80 % may be");
    }

    function test_RevertWhen_NetworksWouldHoldMoreThan80PercentOfANetwork() external {
        _stake(network, 0, adaToken, ada, ADA_STAKE, ada);
        INetworkToken over = _formWithNetwork(80_000e18 + 1);
        vm.startPrank(ada);
        network.approve(address(over), ANY_SUPPLY);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, 80_000e18 + 1, 80_000e18));
        over.stake(0, 80_000e18 + 1, ada, ANY_SUPPLY);
    }

    /// @dev Whoever founds first may waste the shares on networks; that keeps nobody's shares from the own treasury.
    function test_Stake_ForTheOwnPersonalToken_WhenNetworksHoldTooMuchAlready() external {
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, ADA_STAKE, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, 1e18, ONE_TO_ONE);
        INetworkToken other = _form(founders);
        _stake(other, 0, adaToken, ada, ADA_STAKE, ada);
        address future = registry.predictToken(address(this), TokenKind.Network, 2);
        vm.prank(ada);
        assertTrue(other.transfer(future, ADA_STAKE), "sent");
        _formWith(benToken, ben, 1e18);
        other.reclassify(future);
        assertEq(other.networksHeld(), other.totalSupply(), "all of it");

        _stake(other, 1, benToken, ben, 1e18, address(benToken));
        assertEq(other.balanceOf(address(benToken)), 1e18, "minted into the treasury");
        assertTrue(other.founded(), "founded");
    }

    function test_Stake_OfANetworksShares() external {
        _stake(network, 0, adaToken, ada, ADA_STAKE, ada);
        _stake(network, 1, benToken, ben, BEN_STAKE, address(benToken));
        INetworkToken above = _formWithNetwork(80_000e18);
        vm.startPrank(ada);
        network.approve(address(above), ANY_SUPPLY);
        above.stake(0, 80_000e18, address(adaToken), ANY_SUPPLY);
        assertEq(network.networksHeld(), 80_000e18, "held by networks");
        assertEq(network.treasuryHeld(), 280_000e18, "held by treasuries, Ben's included");
        assertEq(network.balanceOf(address(above)), 80_000e18, "moved in");
        assertEq(above.networksHeld(), 0, "none holds the upper one");
        assertEq(above.treasuryHeld(), 80_000e18, "but Ada's token does");
    }

    function test_Stake_ForTheOwnWallet() external {
        assertEq(network.previewStake(0, ada, ADA_STAKE), 100_000e18, "preview");
        vm.expectEmit(address(adaToken));
        emit IEquityToken.HolderClassified(address(network), HolderClass.Treasury);
        vm.expectEmit(address(adaToken));
        emit IERC20.Transfer(ada, address(network), ADA_STAKE);
        vm.expectEmit(address(network));
        emit IERC20.Transfer(address(0), ada, 100_000e18);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Staked(0, address(adaToken), ada, ada, ADA_STAKE, 100_000e18);
        vm.prank(ada);
        uint256 shares = network.stake(0, ADA_STAKE, ada, 100_000e18);

        assertEq(shares, 100_000e18, "half a share each");
        assertEq(network.balanceOf(ada), shares, "minted");
        assertEq(network.totalSupply(), shares, "supply");
        assertEq(network.treasuryHeld(), 0, "no treasury holds them");
        assertEq(adaToken.balanceOf(address(network)), ADA_STAKE, "moved in");
        assertEq(adaToken.treasuryHeld(), ADA_STAKE, "counted");
        assertEq(adaToken.allowance(ada, address(network)), ANY_SUPPLY, "infinite allowance stays");
        assertEq(network.foundersLeft(), 1, "one left");
        assertFalse(network.founded(), "not founded");
        (, uint256 used) = network.termsOf(0);
        assertEq(used, ADA_STAKE, "used");
        Position memory position = network.positionOf(address(adaToken), ada);
        assertEq(position.staked, ADA_STAKE, "position staked");
        assertEq(position.minted, shares, "position minted");
        assertEq(position.returned, 0, "position returned");
    }

    function test_Stake_ForTheOwnPersonalToken_CompletesTheFounding() external {
        _stake(network, 0, adaToken, ada, ADA_STAKE, ada);
        vm.startPrank(ben);
        benToken.approve(address(network), BEN_STAKE);
        vm.expectEmit(address(network));
        emit IEquityToken.HolderClassified(address(benToken), HolderClass.Treasury);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Staked(1, address(benToken), ben, address(benToken), BEN_STAKE, 200_000e18);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Founded();
        network.stake(1, BEN_STAKE, address(benToken), ANY_SUPPLY);

        assertEq(network.balanceOf(address(benToken)), 200_000e18, "minted into the treasury");
        assertEq(network.treasuryHeld(), 200_000e18, "counted");
        assertTrue(network.founded(), "founded");
        assertEq(network.foundersLeft(), 0, "none left");
        assertEq(network.totalSupply(), 300_000e18, "supply");
        Position memory position = network.positionOf(address(benToken), address(benToken));
        assertEq(position.staked, BEN_STAKE, "the position is the receiver's");
        assertEq(position.minted, 200_000e18, "with its shares");
        assertEq(network.positionOf(address(benToken), ben).staked, 0, "and not the caller's");
    }

    function test_Stake_WhenTheMemberHasAsManySharesAsTheTermsAllow() external {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(benToken, ben, BEN_STAKE, ONE_TO_ONE);
        founders[0].maxMemberSupply = MILLION;
        INetworkToken other = _form(founders);
        assertEq(_stake(other, 0, benToken, ben, BEN_STAKE, ben), BEN_STAKE, "not one too many");
    }

    function test_Stake_AtTheLastSecond() external {
        vm.warp(network.foundingEnds());
        _stake(network, 0, adaToken, ada, ADA_STAKE, ada);
        assertEq(network.balanceOf(ada), 100_000e18, "in time");
    }

    function testFuzz_Stake_MintsRoundedDown(uint256 amount, uint256 rate) external {
        amount = bound(amount, 1e15, 800_000e18);
        uint256 lowestRate = (1e15 * 1e18 + amount - 1) / amount;
        rate = bound(rate, lowestRate, 1e25);
        vm.assume(amount * rate / 1e18 <= type(uint96).max);
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(benToken, ben, amount, rate);
        INetworkToken other = _form(founders);
        uint256 shares = _stake(other, 0, benToken, ben, amount, ben);
        assertEq(shares, amount * rate / 1e18, "exactly the rate, rounded down");
        assertEq(other.totalSupply(), shares, "supply");
    }

    function _formWithNetwork(uint256 stake) private returns (INetworkToken) {
        return _formWith(PersonalToken(payable(address(network))), ada, stake);
    }
}
