// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {SigningWallet} from "../mocks/SigningWallet.sol";
import {ClaimSigner} from "../utils/ClaimSigner.sol";
import {PermitSigner} from "../utils/PermitSigner.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Attacks with signatures: used twice, elsewhere, by others, or for something else.
contract SignaturesAttacksTest is WeftTest {
    uint256 private constant STAKE = 100_000e18;
    bytes4 private constant INVALID_SIGNER = bytes4(keccak256("ERC2612InvalidSigner(address,address)"));

    PersonalToken private token;
    address private mallory;
    uint256 private malloryKey;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        (mallory, malloryKey) = makeAddrAndKey("mallory");
    }

    function _permit(address spender) private view returns (uint8 v, bytes32 r, bytes32 s) {
        return PermitSigner.sign(token, adaKey, ada, spender, STAKE, block.timestamp);
    }

    function _expectInvalid() private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SignatureInvalid.selector, ada));
    }

    // ----------------------------------------------------------------------------------------------------- permits

    /// @dev To make a stake fail by using its permit first.
    function test_Attack_PermitFrontRun() external {
        INetworkToken network = _formWith(token, ada, STAKE);
        (uint8 v, bytes32 r, bytes32 s) = _permit(address(network));
        vm.prank(mallory);
        token.permit(ada, address(network), STAKE, block.timestamp, v, r, s);
        vm.prank(ada);
        network.stakeWithPermit(0, STAKE, ada, type(uint256).max, block.timestamp, v, r, s);
        assertEq(network.balanceOf(ada), STAKE, "the stake goes through");
    }

    /// @dev To stake with somebody else's permit.
    function test_Attack_PermitOfSomebodyElse() external {
        INetworkToken network = _formWith(token, mallory, STAKE);
        (uint8 v, bytes32 r, bytes32 s) = _permit(address(network));
        vm.startPrank(mallory);
        vm.expectPartialRevert(INVALID_SIGNER);
        network.stakeWithPermit(0, STAKE, mallory, type(uint256).max, block.timestamp, v, r, s);
        token.permit(ada, address(network), STAKE, block.timestamp, v, r, s);
        vm.expectRevert(
            abi.encodeWithSelector(
                bytes4(keccak256("ERC20InsufficientAllowance(address,uint256,uint256)")), address(network), 0, STAKE
            )
        );
        network.stake(0, STAKE, mallory, type(uint256).max);
        vm.stopPrank();
        assertEq(token.balanceOf(ada), MILLION, "she keeps her shares");
    }

    /// @dev To use a permit twice.
    function test_Attack_PermitReplay() external {
        (uint8 v, bytes32 r, bytes32 s) = _permit(mallory);
        token.permit(ada, mallory, STAKE, block.timestamp, v, r, s);
        vm.prank(mallory);
        token.transferFrom(ada, mallory, STAKE);
        vm.expectPartialRevert(INVALID_SIGNER);
        token.permit(ada, mallory, STAKE, block.timestamp, v, r, s);
        assertEq(token.allowance(ada, mallory), 0, "once");
    }

    /// @dev To use a permit on another chain, or at another token of the same name.
    function test_Attack_PermitReplayElsewhere() external {
        (uint8 v, bytes32 r, bytes32 s) = _permit(mallory);
        PersonalToken other = _launch(ben, "ADA");
        vm.expectPartialRevert(INVALID_SIGNER);
        other.permit(ada, mallory, STAKE, block.timestamp, v, r, s);
        vm.chainId(block.chainid + 1);
        vm.expectPartialRevert(INVALID_SIGNER);
        token.permit(ada, mallory, STAKE, block.timestamp, v, r, s);
        assertEq(token.allowance(ada, mallory), 0, "nothing is allowed");
    }

    /// @dev To have the zero address, which "signs" everything that recovers to it, allow something.
    function test_Attack_PermitOfTheZeroAddress() external {
        vm.expectRevert(bytes4(keccak256("ECDSAInvalidSignature()")));
        token.permit(address(0), mallory, STAKE, block.timestamp, 27, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SignatureInvalid.selector, address(0)));
        token.claimToBySig(address(0), mallory, block.timestamp, new bytes(65));
    }

    // ------------------------------------------------------------------------------------------------------ claims

    /// @dev To send what was signed for one address to another, or be paid without a signature.
    function test_Attack_ClaimWithAnothersSignature() external {
        _realize(token, ada, 10 ether);
        bytes memory signature = ClaimSigner.sign(token, adaKey, ada, dora, block.timestamp);
        vm.startPrank(mallory);
        _expectInvalid();
        token.claimToBySig(ada, mallory, block.timestamp, signature);
        signature = ClaimSigner.sign(token, malloryKey, ada, mallory, block.timestamp);
        _expectInvalid();
        token.claimToBySig(ada, mallory, block.timestamp, signature);
        _expectInvalid();
        token.claimToBySig(ada, mallory, block.timestamp, "");
        vm.stopPrank();
        assertEq(token.claimable(ada), 10 ether - 1, "all is still due");
    }

    /// @dev To use a signed claim again once more is due, or too late, or elsewhere.
    function test_Attack_ClaimReplay() external {
        _realize(token, ada, 10 ether);
        uint256 deadline = block.timestamp + 1 days;
        bytes memory signature = ClaimSigner.sign(token, adaKey, ada, dora, deadline);
        assertEq(token.claimToBySig(ada, dora, deadline, signature), 10 ether - 1, "once");
        _realize(token, ada, 10 ether);
        _expectInvalid();
        token.claimToBySig(ada, dora, deadline, signature);

        signature = ClaimSigner.sign(token, adaKey, ada, dora, deadline);
        PersonalToken other = _launch(ben, "ADA");
        vm.prank(ben);
        other.transfer(ada, STAKE);
        _realize(other, ben, 1 ether);
        _expectInvalid();
        other.claimToBySig(ada, dora, deadline, signature);
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SignatureExpired.selector, deadline));
        token.claimToBySig(ada, dora, deadline, signature);
    }

    /// @dev To spend a signature where nothing is due, so that it fails later: what reverts spends nothing.
    function test_Attack_SpendASignatureForNothing() external {
        uint256 deadline = block.timestamp + 1 days;
        bytes memory signature = ClaimSigner.sign(token, adaKey, ada, dora, deadline);
        vm.prank(mallory);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ada));
        token.claimToBySig(ada, dora, deadline, signature);
        _realize(token, ada, 10 ether);
        assertEq(token.claimToBySig(ada, dora, deadline, signature), 10 ether - 1, "it is still good");
    }

    /// @dev To be paid in a contract wallet's place, by a signature of somebody other than its owner.
    function test_Attack_ClaimForAContractWallet() external {
        SigningWallet wallet = new SigningWallet(ada);
        vm.prank(ada);
        token.transfer(address(wallet), STAKE);
        _realize(token, ada, 10 ether);
        bytes memory signature = ClaimSigner.sign(token, malloryKey, address(wallet), mallory, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SignatureInvalid.selector, address(wallet)));
        token.claimToBySig(address(wallet), mallory, block.timestamp, signature);
        signature = ClaimSigner.sign(token, adaKey, address(wallet), dora, block.timestamp);
        assertEq(token.claimToBySig(address(wallet), dora, block.timestamp, signature), 1 ether - 1, "the owner's");
    }

    /// @dev To use a permit's signature as a claim's, or the other way round: they are of different types.
    function test_Attack_PermitAsAClaim() external {
        _realize(token, ada, 10 ether);
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, adaKey, ada, mallory, 0, block.timestamp);
        _expectInvalid();
        token.claimToBySig(ada, mallory, block.timestamp, abi.encodePacked(r, s, v));
        bytes memory signature = ClaimSigner.sign(token, adaKey, ada, mallory, block.timestamp);
        (r, s) = abi.decode(bytes.concat(_slice(signature, 0), _slice(signature, 32)), (bytes32, bytes32));
        vm.expectPartialRevert(INVALID_SIGNER);
        IERC20Permit(token).permit(ada, mallory, 0, block.timestamp, uint8(signature[64]), r, s);
    }

    function _slice(bytes memory data, uint256 from) private pure returns (bytes memory word) {
        word = new bytes(32);
        for (uint256 i = 0; i < 32; ++i) {
            word[i] = data[from + i];
        }
    }
}
