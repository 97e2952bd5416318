// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IncomeKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract AbsorbTest is WeftTest {
    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    function test_RevertWhen_AllIsBooked() external {
        _realize(token, ada, 1 ether);
        vm.expectRevert(IEquityToken.NothingToAbsorb.selector);
        token.absorb();
    }

    function test_RevertWhen_TooFewSharesTakePart() external {
        NetworkToken network = _formWith(token, ada, 100_000e18);
        Address.sendValue(payable(network), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, 1e15));
        network.absorb();

        _stake(network, 0, token, ada, 100_000e18, ada);
        assertEq(network.absorb(), 1 ether, "once there are holders");
    }

    function test_Absorb() external {
        _realize(token, ada, 2 ether);
        token.claim(ada);
        Address.sendValue(payable(token), 3 ether);
        assertEq(token.unaccounted(), 3 ether, "waiting");
        uint256 claimableBefore = token.claimable(ada);

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(token.incomePerShare() + (uint256(3 ether) << 128) / MILLION, 0, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.IncomeReceived(IncomeKind.Donated, address(token), 3 ether, "");
        uint256 amount = token.absorb();

        assertEq(amount, 3 ether, "exactly that");
        assertEq(token.unaccounted(), 0, "nothing waits");
        assertEq(token.totalIncome(), 5 ether, "counted");
        assertApproxEqAbs(token.claimable(ada) - claimableBefore, 3 ether, 1, "for the holders");
    }
}
