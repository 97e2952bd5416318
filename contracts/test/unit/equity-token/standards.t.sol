// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {TokenKind} from "../../../src/types/EquityTypes.sol";
import {PermitSigner} from "../../utils/PermitSigner.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract StandardsTest is WeftTest {
    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    PersonalToken private token;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, 100_000e18);
    }

    function test_Erc165() external view {
        bytes4[6] memory shared = [
            type(IERC165).interfaceId,
            type(IERC20).interfaceId,
            type(IERC20Metadata).interfaceId,
            type(IERC20Permit).interfaceId,
            type(IERC5267).interfaceId,
            type(IEquityToken).interfaceId
        ];
        for (uint256 i = 0; i < shared.length; ++i) {
            assertTrue(token.supportsInterface(shared[i]), "personal token");
            assertTrue(network.supportsInterface(shared[i]), "network");
        }
        bytes4[4] memory networks = [
            type(INetworkShares).interfaceId,
            type(INetworkAdmission).interfaceId,
            type(IVotes).interfaceId,
            type(IERC6372).interfaceId
        ];
        for (uint256 i = 0; i < networks.length; ++i) {
            assertTrue(network.supportsInterface(networks[i]), "its own");
            assertFalse(token.supportsInterface(networks[i]), "not the other's");
        }
        assertTrue(token.supportsInterface(type(IPersonalToken).interfaceId), "its own");
        assertFalse(network.supportsInterface(type(IPersonalToken).interfaceId), "not the other's");
        assertFalse(token.supportsInterface(0xffffffff), "not the invalid one");
        assertFalse(network.supportsInterface(0xffffffff), "not the invalid one");
    }

    /// @dev As the standards write them.
    function test_Erc165_Numbers() external view {
        bytes4[4] memory numbers = [bytes4(0x01ffc9a7), 0x36372b07, 0x9d8ff7da, 0x84b0196e];
        for (uint256 i = 0; i < numbers.length; ++i) {
            assertTrue(token.supportsInterface(numbers[i]), "personal token");
            assertTrue(network.supportsInterface(numbers[i]), "network");
        }
        assertTrue(network.supportsInterface(0xe90fb3f6), "votes");
        assertTrue(network.supportsInterface(0xda287a1d), "clock");
    }

    function test_Erc20Metadata() external view {
        assertEq(token.name(), "ADA", "name");
        assertEq(token.symbol(), "ADA", "symbol");
        assertEq(token.decimals(), 18, "decimals");
        assertEq(network.name(), "Trio", "name");
        assertEq(network.symbol(), "TRIO", "symbol");
        assertEq(network.decimals(), 18, "decimals");
    }

    function test_WhatItIs() external view {
        assertEq(uint8(token.kind()), uint8(TokenKind.Personal), "kind");
        assertEq(uint8(network.kind()), uint8(TokenKind.Network), "kind");
        assertEq(token.registry(), address(registry), "registry");
        assertEq(network.registry(), address(registry), "registry");
        assertEq(token.currency(), address(0), "currency");
        assertEq(network.currency(), address(0), "currency");
    }

    // ---------------------------------------------------------------------------------------------------- permits

    function test_Permit() external {
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, adaKey, ada, ben, 5e18, block.timestamp);
        vm.expectEmit(address(token));
        emit IERC20.Approval(ada, ben, 5e18);
        token.permit(ada, ben, 5e18, block.timestamp, v, r, s);
        assertEq(token.allowance(ada, ben), 5e18, "allowance");
        assertEq(token.nonces(ada), 1, "nonce");

        vm.expectPartialRevert(ERC20PermitUpgradeable.ERC2612InvalidSigner.selector);
        token.permit(ada, ben, 5e18, block.timestamp, v, r, s);
    }

    function test_Permit_AtANetwork() external {
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(network, adaKey, ada, ben, 5e18, block.timestamp);
        network.permit(ada, ben, 5e18, block.timestamp, v, r, s);
        assertEq(network.allowance(ada, ben), 5e18, "allowance");
        assertEq(network.nonces(ada), 1, "nonce");
    }

    function test_RevertWhen_PermitExpired() external {
        uint256 deadline = block.timestamp - 1;
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, adaKey, ada, ben, 5e18, deadline);
        vm.expectRevert(abi.encodeWithSelector(ERC20PermitUpgradeable.ERC2612ExpiredSignature.selector, deadline));
        token.permit(ada, ben, 5e18, deadline, v, r, s);
    }

    function test_RevertWhen_PermitIsForAnotherToken() external {
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(network, adaKey, ada, ben, 5e18, block.timestamp);
        vm.expectPartialRevert(ERC20PermitUpgradeable.ERC2612InvalidSigner.selector);
        token.permit(ada, ben, 5e18, block.timestamp, v, r, s);
    }

    // ----------------------------------------------------------------------------------------------------- domain

    function test_Erc5267() external view {
        _requireDomain(token, "ADA");
        _requireDomain(network, "Trio");
    }

    function test_Erc5267_StaysWhenTheMetadataChanges() external {
        bytes32 separator = token.DOMAIN_SEPARATOR();
        vm.prank(ada);
        token.setContractURI("ipfs://else");
        assertEq(token.DOMAIN_SEPARATOR(), separator, "what was signed stays good");
        _requireDomain(token, "ADA");
    }

    function _requireDomain(IEquityToken of_, string memory expectedName) private view {
        (bytes1 fields, string memory name, string memory version, uint256 chainId, address at, bytes32 salt,) =
            of_.eip712Domain();
        assertEq(fields, hex"0f", "fields");
        assertEq(name, expectedName, "the domain's name");
        assertEq(of_.name(), expectedName, "is the token's");
        assertEq(version, "1", "version");
        assertEq(chainId, block.chainid, "chain");
        assertEq(at, address(of_), "address");
        assertEq(salt, bytes32(0), "salt");
        bytes32 separator =
            keccak256(abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), block.chainid, address(of_)));
        assertEq(of_.DOMAIN_SEPARATOR(), separator, "separator");
    }

    // --------------------------------------------------------------------------------------------------- metadata

    function test_Erc7572() external {
        assertEq(token.contractURI(), URI, "as launched");
        assertEq(network.contractURI(), URI, "as formed");

        vm.expectEmit(address(token));
        emit IEquityToken.ContractURIUpdated();
        vm.expectEmit(address(token));
        emit IEquityToken.ContractURISet("ipfs://second");
        vm.prank(ada);
        token.setContractURI("ipfs://second");
        assertEq(token.contractURI(), "ipfs://second", "changed");

        vm.prank(ada);
        token.setContractURI("");
        assertEq(token.contractURI(), "", "and again");
        assertEq(token.name(), "ADA", "name stays");
        assertEq(token.symbol(), "ADA", "symbol stays");
        assertEq(network.contractURI(), URI, "others' stays");
    }

    function test_Erc7572_UpToTheLimit() external {
        string memory longest = _text(8192);
        vm.startPrank(ada);
        token.setContractURI(longest);
        assertEq(token.contractURI(), longest, "all of it");
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 8193, 8192));
        token.setContractURI(_text(8193));
        vm.stopPrank();
    }

    /// @dev Versions are counted in two bytes, of which the last means none: at the last but one it is final.
    function test_RevertWhen_MetadataChangedAsOftenAsItCan() external {
        _skipVersions();
        vm.startPrank(ada);
        token.setContractURI("data:,65534");
        vm.expectRevert(IEquityToken.MetadataFinal.selector);
        token.setContractURI("data:,65535");
        vm.stopPrank();
        assertEq(token.name(), "ADA", "name stays");
        assertEq(token.symbol(), "ADA", "symbol stays");
        assertEq(token.contractURI(), "data:,65534", "and so does the metadata");
    }

    /// @dev As if the metadata was changed until one version before the last.
    function _skipVersions() private {
        vm.record();
        vm.prank(ada);
        token.setContractURI("data:,2");
        (, bytes32[] memory writes) = vm.accesses(address(token));
        uint256 counted = uint256(vm.load(address(token), writes[0]));
        vm.setNonce(address(token), 65_533);
        vm.prank(ada);
        token.setContractURI("data:,65533");
        uint256 unit = uint256(vm.load(address(token), writes[0])) - counted;
        vm.store(address(token), writes[0], bytes32(counted + (65_533 - 2) * unit));
        assertEq(token.contractURI(), "data:,65533", "found there");
    }
}
