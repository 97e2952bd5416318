// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {ReenteringCurrency} from "../mocks/Currencies.sol";
import {ClaimSigner} from "../utils/ClaimSigner.sol";
import {CurrencyTest} from "../utils/CurrencyTest.sol";

/// @notice A currency that calls back in the middle of a transfer, after the balances moved: the worst moment.
contract ReenteringCurrencyTest is CurrencyTest {
    ReenteringCurrency private hostile;

    function setUp() public override {
        super.setUp();
        hostile = new ReenteringCurrency();
        _deployOn(address(hostile));
        _pay(4e18);
    }

    function test_RevertWhen_ReenteringTheTokenThatPays() external {
        bytes[] memory calls = _guardedCalls();
        for (uint256 i = 0; i < calls.length; ++i) {
            _plan(address(token), calls[i]);
            token.claim(ada);
            _plan(address(token), calls[i]);
            vm.prank(ada);
            token.claimTo(dora);
            bytes memory signature = ClaimSigner.sign(token, adaKey, ada, dora, block.timestamp);
            _plan(address(token), calls[i]);
            token.claimToBySig(ada, dora, block.timestamp, signature);
            _plan(address(token), calls[i]);
            network.harvest(address(token));
        }
        _requireNothingChanged();
    }

    function test_RevertWhen_ReenteringTheTokenThatTakesIn() external {
        bytes[] memory calls = _guardedCalls();
        for (uint256 i = 0; i < calls.length; ++i) {
            _plan(address(token), calls[i]);
            vm.prank(ada);
            token.distribute(1e18, "");
            _plan(address(token), calls[i]);
            vm.prank(ada);
            token.realize(1e18, 0, "");
            _plan(address(token), calls[i]);
            vm.prank(ada);
            token.realize(1e18, 1 days, "");
        }
        _requireNothingChanged();
    }

    /// @dev While the harvest's payment moves, absorb would see it as unaccounted.
    function test_RevertWhen_ReenteringTheHarvester() external {
        bytes[] memory calls = _guardedCalls();
        for (uint256 i = 0; i < calls.length; ++i) {
            _plan(address(network), calls[i]);
            network.harvest(address(token));
        }
        _plan(address(network), abi.encodeCall(INetworkAdmission.stake, (0, 1, ada, type(uint256).max)));
        network.harvest(address(token));
        _plan(address(network), abi.encodeCall(INetworkAdmission.unstake, (0, 1)));
        network.harvest(address(token));
        _requireNothingChanged();
    }

    /// @dev The person's calls are refused to anybody else before they are guarded.
    function test_RevertWhen_ReenteringWhatIsThePersons() external {
        bytes[2] memory calls = [
            abi.encodeCall(IPersonalToken.realize, (1e18, 0, "")),
            abi.encodeCall(IPersonalToken.issue, (address(this), 1e18))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            hostile.reenterOnce(address(token), calls[i]);
            vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, address(hostile)));
            token.claim(ada);
        }
        _requireNothingChanged();
    }

    /// @dev The claim fails by it, and who leaves does not wait for the currency.
    function test_Leaving_GoesOnWithoutTheHarvest() external {
        bytes[] memory calls = _guardedCalls();
        for (uint256 i = 0; i < calls.length; ++i) {
            uint256 snapshot = vm.snapshotState();
            hostile.reenterOnce(i % 2 == 0 ? address(network) : address(token), calls[i]);
            _leave();
            assertEq(token.claimable(address(network)), 1e18 - 1, "what was not harvested stays due");
            assertEq(network.accounted(), 0, "nothing was booked");
            vm.revertToState(snapshot);
        }
    }

    /// @dev A stake moves no currency: there is nothing to call back from.
    function test_Stake_CallsNobody() external {
        hostile.reenterOnce(address(token), abi.encodeCall(IEquityToken.absorb, ()));
        vm.prank(ada);
        token.transfer(ben, 1e18);
        _stake(_formWith(token, ben, 1e18), 0, token, ben, 1e18, ben);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        token.claim(ada);
    }

    /// @dev Shares may move meanwhile: what is paid is written down before.
    function test_SharesMoveMeanwhile_AndNothingIsPaidTwice() external {
        vm.prank(ada);
        token.approve(address(hostile), type(uint256).max);
        uint256 shares = token.balanceOf(ada);
        uint256 due = token.claimable(ada);
        hostile.reenterOnce(address(token), abi.encodeCall(token.transferFrom, (ada, dora, shares)));
        assertEq(token.claim(ada), due, "paid once");
        assertEq(token.balanceOf(dora), shares, "they moved");
        assertEq(token.claimable(dora), 0, "without what was paid");
        assertEq(token.claimable(ada), 0, "nothing is left");
        assertEq(_held(address(token)), token.accounted(), "solvent");
    }

    /// @dev What is calculated at the end counts who holds at the end.
    function test_SharesMoveMeanwhile_AndIncomeIsDividedOnce() external {
        vm.prank(ada);
        token.approve(address(hostile), type(uint256).max);
        uint256 shares = token.balanceOf(ada);
        uint256 adasBefore = token.claimable(ada);
        hostile.reenterOnce(address(token), abi.encodeCall(token.transferFrom, (ada, dora, shares)));
        _distribute(4e18);
        assertApproxEqAbs(token.claimable(ada), adasBefore, 1, "what was due before stays hers");
        assertApproxEqAbs(token.claimable(dora), 3e18, 1, "the rest is of who holds by then");
        assertEq(token.accounted(), 8e18, "booked once");
        assertEq(_held(address(token)), 8e18, "here");
    }

    function _guardedCalls() private view returns (bytes[] memory calls) {
        calls = new bytes[](6);
        calls[0] = abi.encodeCall(IEquityToken.claim, (ada));
        calls[1] = abi.encodeCall(IEquityToken.claimTo, (dora));
        calls[2] = abi.encodeCall(IEquityToken.absorb, ());
        calls[3] = abi.encodeCall(IEquityToken.distribute, (1e18, ""));
        calls[4] = abi.encodeCall(IEquityToken.harvest, (address(token)));
        calls[5] = abi.encodeCall(IEquityToken.exclude, (address(this)));
    }

    /// @dev The next transfer calls back, and the call that made it fails for that.
    function _plan(address target, bytes memory call) private {
        hostile.reenterOnce(target, call);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
    }

    function _requireNothingChanged() private view {
        assertEq(token.claimable(ada), 3e18 - 1, "nothing was paid");
        assertEq(token.claimable(address(network)), 1e18 - 1, "nothing was harvested");
        assertEq(token.accounted(), 4e18, "nothing was booked");
        assertEq(_held(address(token)), 4e18, "all is here");
        assertEq(network.accounted(), 0, "nothing was booked there");
    }
}
