// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {Initializable} from "@openzeppelin/contracts-upgradeable/proxy/utils/Initializable.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {Founder} from "../../../src/types/EquityTypes.sol";
import {PermitSigner} from "../../utils/PermitSigner.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract StandardsTest is WeftTest {
    PersonalToken private token;
    NetworkToken private network;

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
        assertTrue(token.supportsInterface(type(IPersonalToken).interfaceId), "its own");
        assertTrue(network.supportsInterface(type(INetworkToken).interfaceId), "its own");
        assertFalse(token.supportsInterface(type(INetworkToken).interfaceId), "not the other's");
        assertFalse(network.supportsInterface(type(IPersonalToken).interfaceId), "not the other's");
        assertFalse(token.supportsInterface(0xffffffff), "not the invalid one");
    }

    function test_Permit() external {
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, adaKey, ada, ben, 5e18, block.timestamp);
        token.permit(ada, ben, 5e18, block.timestamp, v, r, s);
        assertEq(token.allowance(ada, ben), 5e18, "allowance");
        assertEq(token.nonces(ada), 1, "nonce");

        vm.expectPartialRevert(ERC20PermitUpgradeable.ERC2612InvalidSigner.selector);
        token.permit(ada, ben, 5e18, block.timestamp, v, r, s);
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

    function test_Erc5267() external view {
        (bytes1 fields, string memory name, string memory version, uint256 chainId, address at, bytes32 salt,) =
            token.eip712Domain();
        assertEq(fields, hex"0f", "fields");
        assertEq(name, token.name(), "name");
        assertEq(version, "1", "version");
        assertEq(chainId, block.chainid, "chain");
        assertEq(at, address(token), "address");
        assertEq(salt, bytes32(0), "salt");
    }

    function test_RevertWhen_ImplementationIsInitialised() external {
        PersonalToken personal = PersonalToken(payable(registry.personalTokenImplementation()));
        NetworkToken networks = NetworkToken(payable(registry.networkTokenImplementation()));
        vm.startPrank(address(registry));
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        personal.initialize(dora, "Dora", "DORA", MILLION, URI, true);
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        networks.initialize("Trio", "TRIO", URI, new Founder[](0), uint64(block.timestamp + 1));
        vm.stopPrank();
        assertEq(personal.name(), "", "has no name");
    }

    function test_RevertWhen_CloneIsInitialisedTwice() external {
        vm.startPrank(address(registry));
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        token.initialize(dora, "Dora", "DORA", MILLION, URI, true);
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        network.initialize("Trio", "TRIO", URI, new Founder[](0), uint64(block.timestamp + 1));
        vm.stopPrank();
    }

    function test_RevertWhen_SomebodyElseInitialisesACloneOfTheirOwn() external {
        PersonalToken fake = PersonalToken(payable(Clones.clone(registry.personalTokenImplementation())));
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, dora));
        fake.initialize(dora, "Dora", "DORA", MILLION, URI, true);
        NetworkToken fakeNetwork = NetworkToken(payable(Clones.clone(registry.networkTokenImplementation())));
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, dora));
        fakeNetwork.initialize("Trio", "TRIO", URI, new Founder[](0), uint64(block.timestamp + 1));
    }
}
