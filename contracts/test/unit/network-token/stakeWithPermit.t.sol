// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PermitSigner} from "../../utils/PermitSigner.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract StakeWithPermitTest is WeftTest {
    uint256 private constant STAKE = 200_000e18;
    uint256 private constant ANY_SUPPLY = type(uint256).max;

    PersonalToken private token;
    NetworkToken private network;
    uint256 private deadline;
    uint8 private v;
    bytes32 private r;
    bytes32 private s;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, STAKE);
        deadline = block.timestamp + 1 hours;
        (v, r, s) = PermitSigner.sign(token, adaKey, ada, address(network), STAKE, deadline);
    }

    function test_RevertWhen_ThereAreNoSuchTerms() external {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkToken.UnknownTerms.selector, 1));
        network.stakeWithPermit(1, STAKE, ada, ANY_SUPPLY, deadline, v, r, s);
    }

    function test_PermitFails_AllowanceSuffices() external {
        vm.prank(dora);
        token.permit(ada, address(network), STAKE, deadline, v, r, s);
        vm.prank(ada);
        network.stakeWithPermit(0, STAKE, ada, ANY_SUPPLY, deadline, v, r, s);
        assertEq(network.balanceOf(ada), STAKE, "staked");
    }

    function test_RevertWhen_PermitFailsAndAllowanceDoesNotSuffice() external {
        vm.warp(deadline + 1);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ERC20PermitUpgradeable.ERC2612ExpiredSignature.selector, deadline));
        network.stakeWithPermit(0, STAKE, ada, ANY_SUPPLY, deadline, v, r, s);
    }

    function test_RevertWhen_PermitIsUsedAgain() external {
        vm.startPrank(ada);
        network.stakeWithPermit(0, STAKE, ada, ANY_SUPPLY, deadline, v, r, s);
        vm.expectPartialRevert(ERC20PermitUpgradeable.ERC2612InvalidSigner.selector);
        network.stakeWithPermit(0, STAKE, ada, ANY_SUPPLY, deadline, v, r, s);
    }

    function test_PermitIsGood() external {
        vm.expectEmit(address(network));
        emit INetworkToken.Staked(0, address(token), ada, address(token), STAKE, STAKE);
        vm.prank(ada);
        uint256 shares = network.stakeWithPermit(0, STAKE, address(token), ANY_SUPPLY, deadline, v, r, s);
        assertEq(shares, STAKE, "shares");
        assertEq(network.balanceOf(address(token)), STAKE, "in the treasury");
        assertEq(token.allowance(ada, address(network)), 0, "allowance used up");
    }
}
