// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IncomeKind, TokenKind} from "../../../src/types/EquityTypes.sol";
import {Yes} from "../../mocks/Receivers.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract HarvestTest is WeftTest {
    /// @dev A quarter of 4 ether: income per share is rounded down, and so a wei stays in the token.
    uint256 private constant QUARTER = 1 ether - 1;

    PersonalToken private token;
    NetworkToken private network;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, 250_000e18);
        _stake(network, 0, token, ada, 250_000e18, ada);
    }

    function test_RevertWhen_SourceIsNoRegisteredToken() external {
        address source = address(new Yes());
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, source));
        network.harvest(source);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, address(0)));
        network.harvest(address(0));
    }

    function test_RevertWhen_NothingIsDue() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(network)));
        network.harvest(address(token));
    }

    function test_RevertWhen_TooFewSharesTakePart() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 1);
        vm.prank(ada);
        token.transfer(future, 250_000e18);
        NetworkToken empty = _formWith(token, ada, 100_000e18);
        assertEq(address(empty), future, "holds before it has shares");
        _realize(token, ada, 4 ether);

        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, 1e15));
        empty.harvest(address(token));
        assertEq(token.claimable(address(empty)), QUARTER, "all stays claimable");
    }

    function test_Harvest() external {
        Address.sendValue(payable(network), 5 ether);
        _realize(token, ada, 4 ether);

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(address(network), address(network), QUARTER);
        vm.expectEmit(address(network));
        emit IEquityToken.Accrued((QUARTER << 128) / 250_000e18, 0, 250_000e18);
        vm.expectEmit(address(network));
        emit IEquityToken.IncomeReceived(IncomeKind.Harvested, address(token), QUARTER, "");
        vm.prank(dora);
        uint256 amount = network.harvest(address(token));

        assertEq(amount, QUARTER, "a quarter");
        assertEq(network.totalIncome(), QUARTER, "booked");
        assertEq(network.unaccounted(), 5 ether, "what lay there is not booked by it");
        assertEq(token.totalClaimed(), QUARTER, "counted at the source");
        assertEq(token.claimable(address(network)), 0, "nothing left");
        assertEq(network.claimable(ada), QUARTER - 1, "for its holders");
    }
}
