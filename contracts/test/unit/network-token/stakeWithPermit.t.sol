// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";
import {PermitSigner} from "../../utils/PermitSigner.sol";

contract StakeWithPermitTest is GovernedTest {
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    uint256 private constant STAKE = 50_000e18;
    uint256 private constant ANY_SUPPLY = type(uint256).max;

    uint256 private termsId;
    uint256 private deadline;
    uint8 private v;
    bytes32 private r;
    bytes32 private s;

    /// @dev Terms that anyone with Ada's shares may use, twice.
    function setUp() public override {
        super.setUp();
        termsId = _openTerms(_entryTerms(address(adaToken), address(0), 2 * STAKE));
        deadline = block.timestamp + 1 hours;
        (v, r, s) = PermitSigner.sign(adaToken, adaKey, ada, address(network), STAKE, deadline);
    }

    /// @dev What the signature seems to be of when it is used for something else.
    function _invalidSigner(address owner, uint256 value) private view returns (bytes memory) {
        bytes32 message =
            keccak256(abi.encode(PERMIT_TYPEHASH, owner, address(network), value, adaToken.nonces(owner), deadline));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", adaToken.DOMAIN_SEPARATOR(), message));
        return
            abi.encodeWithSelector(
                ERC20PermitUpgradeable.ERC2612InvalidSigner.selector, ecrecover(digest, v, r, s), owner
            );
    }

    function _stakeAs(address account, uint256 amount, address to) private returns (uint256) {
        vm.prank(account);
        return network.stakeWithPermit(termsId, amount, to, ANY_SUPPLY, deadline, v, r, s);
    }

    function test_RevertWhen_ThereAreNoSuchTerms() external {
        uint256 next = termsId + 1;
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, next));
        network.stakeWithPermit(next, STAKE, ada, ANY_SUPPLY, deadline, v, r, s);
    }

    function test_PermitFails_AllowanceSuffices() external {
        vm.prank(dora);
        adaToken.permit(ada, address(network), STAKE, deadline, v, r, s);
        assertEq(_stakeAs(ada, STAKE, ada), STAKE, "shares");
        assertEq(network.balanceOf(ada), 100_000e18 + STAKE, "staked");
        assertEq(adaToken.allowance(ada, address(network)), 0, "allowance used up");
    }

    function test_RevertWhen_PermitExpiredAndAllowanceDoesNotSuffice() external {
        vm.prank(ada);
        adaToken.approve(address(network), STAKE - 1);
        vm.warp(deadline + 1);
        bytes memory reason = abi.encodeWithSelector(ERC20PermitUpgradeable.ERC2612ExpiredSignature.selector, deadline);
        vm.expectRevert(reason);
        _stakeAs(ada, STAKE, ada);
    }

    function test_RevertWhen_PermitIsUsedAgain() external {
        _stakeAs(ada, STAKE, ada);
        vm.expectRevert(_invalidSigner(ada, STAKE));
        _stakeAs(ada, STAKE, ada);
    }

    function test_RevertWhen_SomebodyElseSignedThePermit() external {
        vm.prank(ada);
        assertTrue(adaToken.transfer(dora, STAKE), "sent");
        vm.expectRevert(_invalidSigner(dora, STAKE));
        _stakeAs(dora, STAKE, dora);
    }

    function test_PermitIsGood() external {
        vm.expectEmit(address(adaToken));
        emit IERC20.Approval(ada, address(network), STAKE);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Staked(termsId, address(adaToken), ada, address(adaToken), STAKE, STAKE);
        assertEq(_stakeAs(ada, STAKE, address(adaToken)), STAKE, "shares");
        assertEq(network.balanceOf(address(adaToken)), STAKE, "in the treasury");
        assertEq(network.positionOf(address(adaToken), address(adaToken)).staked, STAKE, "and its position");
        assertEq(adaToken.balanceOf(address(network)), 200_000e18 + STAKE, "moved in");
        assertEq(adaToken.allowance(ada, address(network)), 0, "allowance used up");
        assertEq(adaToken.nonces(ada), 1, "permit used up");
    }

    function test_RevertWhen_LessIsStakedThanThePermitWouldAllow() external {
        vm.expectRevert(_invalidSigner(ada, STAKE - 1));
        _stakeAs(ada, STAKE - 1, ada);
    }

    function test_RevertWhen_TheStakeItselfFails() external {
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, ben));
        _stakeAs(ada, STAKE, ben);
        assertEq(adaToken.nonces(ada), 0, "permit still good");
        assertEq(adaToken.allowance(ada, address(network)), 0, "and nothing allowed");
    }
}
