// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract ApplyForMembershipTest is WeftTest {
    uint256 private constant AMOUNT = 50_000e18;
    uint256 private constant MAX_TEXT = 1024;

    PersonalToken private adaToken;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        network = _formWith(adaToken, ada, AMOUNT);
    }

    function test_RevertWhen_TheMemberIsTheNetworkItself() external {
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, address(network)));
        network.applyForMembership(address(network), AMOUNT, ONE_TO_ONE, "");
    }

    function test_RevertWhen_TheMemberIsNoEquityToken() external {
        address[3] memory members = [address(0), cleo, registry.networkTokenImplementation()];
        for (uint256 i = 0; i < members.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, members[i]));
            network.applyForMembership(members[i], AMOUNT, ONE_TO_ONE, "");
        }
    }

    function test_RevertWhen_NothingWouldBeStaked() external {
        vm.expectRevert(INetworkAdmission.CapIsZero.selector);
        network.applyForMembership(address(adaToken), 0, ONE_TO_ONE, "");
    }

    function test_RevertWhen_TheTextIsTooLong() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, MAX_TEXT + 1, MAX_TEXT));
        network.applyForMembership(address(adaToken), AMOUNT, ONE_TO_ONE, _text(MAX_TEXT + 1));
    }

    function testFuzz_Apply(address caller, uint256 amount, uint256 rate, uint256 length) external {
        vm.assume(amount != 0);
        string memory uri = _text(bound(length, 0, MAX_TEXT));
        vm.expectEmit(address(network));
        emit INetworkAdmission.Applied(address(adaToken), caller, amount, rate, uri);
        vm.prank(caller);
        network.applyForMembership(address(adaToken), amount, rate, uri);
        assertEq(network.termsCount(), 1, "commits nobody");
    }

    function test_Apply_ForANetwork() external {
        INetworkToken other = _formWith(adaToken, ada, AMOUNT);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Applied(address(other), dora, AMOUNT, ONE_TO_ONE, "ipfs://us");
        vm.prank(dora);
        network.applyForMembership(address(other), AMOUNT, ONE_TO_ONE, "ipfs://us");
    }
}
