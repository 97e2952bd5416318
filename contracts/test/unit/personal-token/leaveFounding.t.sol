// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder} from "../../../src/types/EquityTypes.sol";
import {ReenteringCurrency} from "../../mocks/Currencies.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

/// @dev Cleo and Dora found a network with Ada, who never stakes. What Cleo stakes is for her token's treasury. The
/// currency can call in the middle of a payment.
contract LeaveFoundingTest is WeftTest {
    uint256 private constant STAKE = 100_000e18;
    uint256 private constant RATE = 0.3e18;
    uint256 private constant SHARES = 30_000e18;

    ReenteringCurrency private currency;
    PersonalToken private cleoToken;
    PersonalToken private doraToken;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        currency = new ReenteringCurrency();
        _deploy(address(currency));
        cleoToken = _launch(cleo, "CLEO");
        doraToken = _launch(dora, "DORA");
        Founder[] memory founders = new Founder[](3);
        founders[0] = _founder(cleoToken, cleo, STAKE, RATE);
        founders[1] = _founder(doraToken, dora, STAKE, RATE);
        founders[2] = _founder(_launch(ada, "ADA"), ada, STAKE, RATE);
        network = _form(founders);
        _stake(network, 0, cleoToken, cleo, STAKE, address(cleoToken));
        _stake(network, 1, doraToken, dora, STAKE, dora);
    }

    function _fail() private {
        skip(7 days + 1);
    }

    function _leave(uint256 amount) private returns (uint256) {
        vm.prank(cleo);
        return cleoToken.leave(address(network), 0, amount);
    }

    function test_RevertWhen_FoundingHasNotFailed() external {
        vm.expectRevert(INetworkAdmission.FoundingNotFailed.selector);
        _leave(STAKE);
    }

    function test_RevertWhen_SharesWentToTheWallet() external {
        _fail();
        vm.prank(dora);
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.TermsNotForAccount.selector, 1, dora, address(doraToken))
        );
        doraToken.leave(address(network), 1, STAKE);
    }

    function testFuzz_RevertWhen_NotTheWholeStake(uint256 amount) external {
        amount = bound(amount, 1, type(uint256).max);
        vm.assume(amount != STAKE);
        _fail();
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderStakesWhole.selector, 0, amount, STAKE));
        _leave(amount);
    }

    function test_TakesBack() external {
        _fail();
        vm.expectEmit(address(network));
        emit IERC20.Transfer(address(cleoToken), address(0), SHARES);
        vm.expectEmit(address(cleoToken));
        emit IERC20.Transfer(address(network), address(0), STAKE);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Unstaked(0, address(cleoToken), address(cleoToken), STAKE, SHARES);
        assertEq(_leave(STAKE), SHARES, "for exactly the shares minted");
        _assertTakenBack();
    }

    function _assertTakenBack() private view {
        assertEq(cleoToken.totalSupply(), MILLION - STAKE, "own shares are burned");
        assertEq(cleoToken.balanceOf(address(network)), 0, "the network has none");
        assertEq(cleoToken.treasuryHeld(), 0, "nor has any treasury");
        assertEq(network.balanceOf(address(cleoToken)), 0, "no shares of the network");
        assertEq(network.totalSupply(), SHARES, "but the other founder's");
    }

    function test_RevertWhen_TakenBackAgain() external {
        _fail();
        _leave(STAKE);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderStakesWhole.selector, 0, STAKE, 0));
        _leave(STAKE);
    }

    // -------------------------------------------------------------------------------------------- in the middle

    /// @dev The network is due something, so that the currency moves while Cleo leaves; the currency holds shares of
    /// Dora's that it sends then.
    function _planToSend(address to) private {
        currency.mint(cleo, 10 ether);
        vm.startPrank(cleo);
        currency.approve(address(cleoToken), 10 ether);
        cleoToken.realize(10 ether, 0, "");
        vm.stopPrank();
        vm.prank(dora);
        doraToken.transfer(address(currency), 1e18);
        currency.reenterOnce(address(doraToken), abi.encodeCall(IERC20.transfer, (to, 1e18)));
    }

    /// @dev Where a harvest fails leaving goes on, and what was due stays due.
    function test_RevertWhen_AnotherTokenIsSentInTheMiddle() external {
        _fail();
        _planToSend(address(cleoToken));
        uint256 due = cleoToken.claimable(address(network));
        _leave(STAKE);
        assertEq(doraToken.balanceOf(address(cleoToken)), 0, "not let in");
        assertEq(doraToken.balanceOf(address(currency)), 1e18, "still where it was");
        assertApproxEqAbs(cleoToken.claimable(address(network)), due, 1, "not harvested, since that call failed");
        _assertTakenBack();
    }

    function test_SentElsewhereInTheMiddle() external {
        _fail();
        _planToSend(ben);
        uint256 due = cleoToken.claimable(address(network));
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(cleoToken), due);
        _leave(STAKE);
        assertEq(doraToken.balanceOf(ben), 1e18, "sent");
        _assertTakenBack();
    }
}
