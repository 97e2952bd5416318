// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract AbsorbTest is WeftTest {
    uint256 private constant LIMIT = 2 ** 110 - 1;

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

    function test_RevertWhen_AllElseStreams() external {
        _stream(8 ether);
        skip(25 days);
        assertEq(token.unaccounted(), 0, "what streams is accounted for");
        vm.expectRevert(IEquityToken.NothingToAbsorb.selector);
        token.absorb();
    }

    function test_RevertWhen_TooFewSharesTakePart() external {
        INetworkToken network = _formWith(token, ada, 100_000e18);
        Address.sendValue(payable(address(network)), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, 1e15));
        network.absorb();
        assertEq(network.unaccounted(), 1 ether, "it waits");

        _stake(network, 0, token, ada, 100_000e18, ada);
        assertEq(network.absorb(), 1 ether, "until there are holders");
    }

    function test_RevertWhen_IncomeWouldPassTheLimit() external {
        vm.deal(address(token), LIMIT + 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, LIMIT + 1, LIMIT));
        token.absorb();
        assertEq(token.unaccounted(), LIMIT + 1, "it waits");
        assertEq(token.claimable(ada), 0, "nothing was divided");
    }

    function test_Absorb() external {
        _realize(token, ada, 2 ether);
        token.claim(ada);
        Address.sendValue(payable(token), 3 ether);
        assertEq(token.unaccounted(), 3 ether, "waiting");
        uint256 accountedBefore = token.accounted();
        uint256 claimableBefore = token.claimable(ada);

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(token.incomePerShare() + (uint256(3 ether) << 128) / MILLION, 0, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.Donated(address(token), 3 ether, "");
        vm.prank(dora);
        uint256 amount = token.absorb();

        assertEq(amount, 3 ether, "exactly that");
        assertEq(token.unaccounted(), 0, "nothing waits");
        assertEq(token.accounted() - accountedBefore, 3 ether, "booked");
        assertApproxEqAbs(token.claimable(ada) - claimableBefore, 3 ether, 1, "for the holders");
        assertEq(address(token).balance, token.accounted(), "all that is here is accounted for");
    }

    function test_Absorb_LeavesWhatStreams() external {
        _stream(8 ether);
        Address.sendValue(payable(token), 3 ether);
        skip(25 days);
        uint256 accrued = (uint256(2 ether) << 128) / MILLION;

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(accrued, 6 ether, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(accrued + (uint256(3 ether) << 128) / MILLION, 6 ether, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.Donated(address(token), 3 ether, "");
        assertEq(token.absorb(), 3 ether, "exactly what was not booked");

        assertEq(token.stream().left, 6 ether, "the rest streams on");
        assertEq(token.accounted(), 11 ether, "booked");
        assertApproxEqAbs(token.claimable(ada), 5 ether, 1, "for the holders");
    }

    /// @dev A hundred days long.
    function _stream(uint256 amount) private {
        vm.prank(ada);
        token.realize{value: amount}(amount, 100 days, "");
    }
}
