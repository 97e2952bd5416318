// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {INetworkToken} from "../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../src/PersonalToken.sol";
import {Founder, Hop} from "../src/types/EquityTypes.sol";
import {IncomeLog} from "./utils/IncomeLog.sol";
import {WeftTest} from "./utils/WeftTest.sol";

/// @notice Ada, Ben and Cleo own a network that owns a fifth of each of them; Cleo's part of it lies in her own token.
contract WorkedExampleTest is WeftTest {
    uint256 internal constant TOLERANCE = 100;

    PersonalToken internal adaToken;
    PersonalToken internal benToken;
    PersonalToken internal cleoToken;
    INetworkToken internal trio;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
        cleoToken = _launch(cleo, "CLEO");

        Founder[] memory founders = new Founder[](3);
        founders[0] = _founder(adaToken, ada, 200_000e18, 0.5e18);
        founders[1] = _founder(benToken, ben, 200_000e18, 0.5e18);
        founders[2] = _founder(cleoToken, cleo, 200_000e18, 0.5e18);
        trio = _form(founders);
        _stake(trio, 0, adaToken, ada, 200_000e18, ada);
        _stake(trio, 1, benToken, ben, 200_000e18, ben);
        _stake(trio, 2, cleoToken, cleo, 200_000e18, address(cleoToken));
    }

    function test_WorkedExample() external {
        assertTrue(trio.founded(), "founded");
        _realize(adaToken, ada, 90 ether);

        Hop[] memory hops = new Hop[](3);
        hops[0] = _hop(address(trio), address(adaToken), 1);
        // The circle passes on a fifteenth a turn: after 18 turns less than a wei of 90 ether is left.
        hops[1] = _hop(address(cleoToken), address(trio), 20);
        hops[2] = _hop(address(trio), address(cleoToken), 20);
        vm.recordLogs();
        uint256 paidAda = _settleAndClaim(hops, ada, _addresses(address(adaToken), address(trio)));
        uint256 paidBen = _settleAndClaim(new Hop[](0), ben, _addresses(address(trio), address(0)));
        uint256 paidCleo = _settleAndClaim(new Hop[](0), cleo, _addresses(address(cleoToken), address(0)));

        assertApproxEqAbs(paidAda, uint256(549 ether) / 7, TOLERANCE, "Ada is paid 78 3/7");
        assertApproxEqAbs(paidBen, uint256(45 ether) / 7, TOLERANCE, "Ben is paid 6 3/7");
        assertApproxEqAbs(paidCleo, uint256(36 ether) / 7, TOLERANCE, "Cleo is paid 5 1/7");

        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 intoTrio = IncomeLog.takenIn(logs, address(trio));
        assertApproxEqAbs(intoTrio, uint256(135 ether) / 7, TOLERANCE, "TRIO takes in 19 2/7");
        uint256 intoCleo = IncomeLog.takenIn(logs, address(cleoToken));
        assertApproxEqAbs(intoCleo, uint256(45 ether) / 7, TOLERANCE, "CLEO takes in 6 3/7");

        uint256 left = address(adaToken).balance + address(cleoToken).balance + address(trio).balance;
        assertEq(paidAda + paidBen + paidCleo + left, 90 ether, "nothing is lost");
        assertLe(left, TOLERANCE, "what is left is dust");
    }

    function _settleAndClaim(Hop[] memory hops, address account, address[] memory claims)
        private
        returns (uint256 paid)
    {
        uint256 balanceBefore = account.balance;
        paid = settlement.settle(hops, claims, account, 1, block.timestamp);
        assertEq(account.balance - balanceBefore, paid, "paid is what arrived");
    }

    function _addresses(address first, address second) private pure returns (address[] memory list) {
        list = new address[](second == address(0) ? 1 : 2);
        list[0] = first;
        if (second != address(0)) list[1] = second;
    }
}
