// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {TokenKind} from "../../../src/types/EquityTypes.sol";
import {Yes} from "../../mocks/Receivers.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract HarvestTest is WeftTest {
    /// @dev A quarter of 4 ether: income per share is rounded down, and so a wei stays in the token.
    uint256 private constant QUARTER = 1 ether - 1;
    uint256 private constant QUARTER_SHARES = 250_000e18;
    uint256 private constant LIMIT = 2 ** 110 - 1;

    PersonalToken private token;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, QUARTER_SHARES);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
    }

    function test_RevertWhen_SourceIsNoRegisteredToken() external {
        address[4] memory sources = [address(new Yes()), address(0), ada, registry.personalTokenImplementation()];
        for (uint256 i = 0; i < sources.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, sources[i]));
            network.harvest(sources[i]);
        }
    }

    function test_RevertWhen_NothingIsDue() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(network)));
        network.harvest(address(token));
    }

    function test_RevertWhen_SourceIsTheTokenItself() external {
        _realize(token, ada, 4 ether);
        vm.expectRevert(abi.encodeWithSignature("ReentrancyGuardReentrantCall()"));
        token.harvest(address(token));
    }

    function test_RevertWhen_TooFewSharesTakePart() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 1);
        vm.prank(ada);
        token.transfer(future, QUARTER_SHARES);
        INetworkToken empty = _formWith(token, ada, 100_000e18);
        assertEq(address(empty), future, "holds before it has shares");
        _realize(token, ada, 4 ether);

        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, 1e15));
        empty.harvest(address(token));
        assertEq(token.claimable(address(empty)), QUARTER, "all stays claimable");
        assertEq(token.accounted(), 4 ether, "nothing was paid");
    }

    function test_RevertWhen_IncomeWouldPassTheLimit() external {
        vm.deal(address(this), LIMIT);
        network.distribute{value: LIMIT}(LIMIT, "");
        _realize(token, ada, 4 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, LIMIT + QUARTER, LIMIT));
        network.harvest(address(token));
        assertEq(token.claimable(address(network)), QUARTER, "all stays claimable");

        network.claim(ada);
        assertEq(network.harvest(address(token)), QUARTER, "until there is room");
    }

    function test_Harvest() external {
        Address.sendValue(payable(address(network)), 5 ether);
        _realize(token, ada, 4 ether);

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(address(network), address(network), QUARTER);
        vm.expectEmit(address(network));
        emit IEquityToken.Accrued((QUARTER << 128) / QUARTER_SHARES, 0, QUARTER_SHARES);
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(token), QUARTER);
        vm.prank(dora);
        uint256 amount = network.harvest(address(token));

        assertEq(amount, QUARTER, "a quarter");
        assertEq(network.accounted(), QUARTER, "booked");
        assertEq(network.unaccounted(), 5 ether, "what lay there is not booked by it");
        assertEq(address(network).balance, 5 ether + QUARTER, "arrived");
        assertEq(token.accounted(), 4 ether - QUARTER, "the source holds less");
        assertEq(token.claimable(address(network)), 0, "nothing left");
        assertEq(network.claimable(ada), QUARTER - 1, "for its holders");
    }

    function test_Harvest_OfWhatStreams() external {
        vm.prank(ada);
        token.realize{value: 16 ether}(16 ether, 100 days, "");
        skip(25 days);
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued((uint256(4 ether) << 128) / MILLION, 12 ether, MILLION);
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(token), QUARTER);
        assertEq(network.harvest(address(token)), QUARTER, "what streamed until now");
        assertEq(token.stream().left, 12 ether, "the rest streams on");
    }

    /// @dev Cleo's part of the network lies in her own token, which harvests it.
    function test_Harvest_ByAPersonalToken() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        INetworkToken other = _formWith(cleoToken, cleo, QUARTER_SHARES);
        _stake(other, 0, cleoToken, cleo, QUARTER_SHARES, address(cleoToken));
        vm.prank(dora);
        other.distribute{value: 4 ether}(4 ether, "");
        uint256 due = other.claimable(address(cleoToken));
        assertApproxEqAbs(due, 4 ether, 1, "all of the network");
        assertEq(cleoToken.harvest(address(other)), due, "harvested");
        assertEq(cleoToken.accounted(), due, "booked");
        assertEq(other.harvest(address(cleoToken)), due / 4, "and on it goes around the circle");
    }

    function testFuzz_Harvest_BooksWhatTheSourcePays(uint256 income, uint256 lying) external {
        income = bound(income, 1_000, 900 ether);
        lying = bound(lying, 0, 50 ether);
        Address.sendValue(payable(address(network)), lying);
        _realize(token, ada, income);
        uint256 due = token.claimable(address(network));
        assertEq(network.harvest(address(token)), due, "what was due");
        assertEq(network.accounted(), due, "booked");
        assertEq(network.unaccounted(), lying, "and nothing else");
        assertEq(token.accounted() + network.accounted(), income, "nothing is lost");
    }
}
