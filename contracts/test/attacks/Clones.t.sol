// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {NetworkAdmission} from "../../src/NetworkAdmission.sol";
import {NetworkGovernor} from "../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../src/interfaces/INetworkGovernor.sol";
import {INetworkShares} from "../../src/interfaces/INetworkShares.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {NetworkSetup, Terms, TokenKind} from "../../src/types/EquityTypes.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Attacks on how tokens are made, and on code that several of them share.
contract ClonesAttacksTest is WeftTest {
    uint256 private constant STAKE = 100_000e18;

    PersonalToken private token;
    INetworkToken private network;
    address private mallory = makeAddr("mallory");

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, STAKE);
        _stake(network, 0, token, ada, STAKE, ada);
    }

    // ------------------------------------------------------------------------------------------------- initialising

    function _initialisePersonal(address target, address caller) private {
        vm.prank(caller);
        PersonalToken(payable(target)).initialize(mallory, "Mine", "MINE", MILLION, URI, true);
    }

    function _initialiseNetwork(address target, address caller) private {
        NetworkSetup memory setup;
        vm.prank(caller);
        NetworkAdmission(target).initialize(mallory, setup);
    }

    function _initialiseGovernor(address target, address caller) private {
        vm.prank(caller);
        NetworkGovernor(payable(target)).initialize(mallory, _settings());
    }

    /// @dev To become the person, or the governor, of what exists already or is only there to be copied.
    function test_Attack_InitialiseAsAStranger() external {
        bytes memory refusal = abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, mallory);
        address[3] memory persons = [
            address(token), registry.personalTokenImplementation(), Clones.clone(registry.personalTokenImplementation())
        ];
        address[4] memory networks = [
            address(network),
            registry.networkTokenImplementation(),
            network.admission(),
            Clones.clone(registry.networkTokenImplementation())
        ];
        for (uint256 i = 0; i < persons.length; ++i) {
            vm.expectRevert(refusal);
            _initialisePersonal(persons[i], mallory);
        }
        for (uint256 i = 0; i < networks.length; ++i) {
            vm.expectRevert(refusal);
            _initialiseNetwork(networks[i], mallory);
        }
        address ownGovernor = Clones.clone(registry.governorImplementation());
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.OnlyRegistry.selector, mallory));
        _initialiseGovernor(ownGovernor, mallory);
        assertFalse(registry.isEquityToken(persons[2]) || registry.isEquityToken(networks[3]), "no tokens");
    }

    /// @dev To initialise again, should the registry itself ever be led to call.
    function test_Attack_InitialiseTwice() external {
        address[2] memory persons = [address(token), registry.personalTokenImplementation()];
        address[3] memory networks = [address(network), registry.networkTokenImplementation(), network.admission()];
        address[2] memory governors = [network.governor(), registry.governorImplementation()];
        for (uint256 i = 0; i < persons.length; ++i) {
            vm.expectRevert(IEquityToken.AlreadyInitialized.selector);
            _initialisePersonal(persons[i], address(registry));
        }
        for (uint256 i = 0; i < networks.length; ++i) {
            vm.expectRevert(IEquityToken.AlreadyInitialized.selector);
            _initialiseNetwork(networks[i], address(registry));
        }
        for (uint256 i = 0; i < governors.length; ++i) {
            vm.expectRevert(Initializable.InvalidInitialization.selector);
            _initialiseGovernor(governors[i], address(registry));
        }
        assertEq(token.person(), ada, "still Ada's");
        assertEq(network.totalSupply(), STAKE, "as it was");
    }

    // --------------------------------------------------------------------------------------------------- two halves

    /// @dev To mint or burn through the door that a network's halves have between them.
    function test_Attack_CallAsTheOtherHalf() external {
        address[4] memory callers = [mallory, network.governor(), network.admission(), address(registry)];
        for (uint256 i = 0; i < callers.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(INetworkShares.OnlySelf.selector, callers[i]);
            vm.startPrank(callers[i]);
            vm.expectRevert(refusal);
            network.mintStaked(mallory, 1e18, 0);
            vm.expectRevert(refusal);
            network.burnUnstaked(ada, 1e18, address(token));
            vm.stopPrank();
        }
        assertEq(network.totalSupply(), STAKE, "as it was");
    }

    /// @dev To use the code of admissions by itself, where it has no state.
    function test_Attack_CallTheSharedCode() external {
        NetworkAdmission code = NetworkAdmission(network.admission());
        Terms memory terms;
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, 0));
        code.stake(0, 1, mallory, 1);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, 0));
        code.unstake(0, 1);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.OnlyGovernor.selector, mallory));
        code.createTerms(terms);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.OnlyGovernor.selector, mallory));
        code.setContractURI(URI);
        vm.stopPrank();
    }

    /// @dev To reach what no function is for, or leave coin with a call that asks for none.
    function test_Attack_CallTheFallback() external {
        vm.deal(mallory, 10 ether);
        bytes[3] memory calls = [
            abi.encodeWithSignature("upgradeTo(address)", mallory),
            abi.encodePacked(bytes3(0x010203)),
            abi.encodeCall(INetworkAdmission.applyForMembership, (address(token), 1, 1, ""))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(mallory);
            (bool success,) = address(network).call{value: 1}(calls[i]);
            assertFalse(success, "refused");
        }
        assertEq(address(network).balance, 0, "no coin stays");
    }

    // ------------------------------------------------------------------------------------------------------ addresses

    /// @dev To take the address that somebody else was promised.
    function test_Attack_TakeAPromisedAddress() external {
        address bens = registry.predictToken(ben, TokenKind.Personal, 0);
        vm.prank(mallory);
        address own = registry.launch("BEN", "BEN", MILLION, URI, true);
        assertTrue(own != bens, "another address");
        assertEq(address(_launch(ben, "BEN")), bens, "his own");
        assertTrue(
            registry.predictToken(ben, TokenKind.Network, 0) != registry.predictToken(ben, TokenKind.Personal, 0),
            "no two kinds share one"
        );
    }

    /// @dev To strand coin at an address before a token is there, or spoil the token by it.
    function test_Attack_CoinAtAFutureClone() external {
        address future = registry.predictToken(ben, TokenKind.Personal, 0);
        vm.deal(mallory, 10 ether);
        vm.prank(mallory);
        Address.sendValue(payable(future), 10 ether);
        PersonalToken bens = _launch(ben, "BEN");
        assertEq(bens.unaccounted(), 10 ether, "it waits");
        assertEq(bens.absorb(), 10 ether, "for the holders");
        assertApproxEqAbs(bens.claim(ben), 10 ether, 1, "who are paid");
    }

    // ---------------------------------------------------------------------------------------------------------- texts

    /// @dev To lose a token's name by changing its metadata often: texts are found by the number of changes.
    function test_Attack_ChangeMetadataOften() external {
        vm.startPrank(ada);
        for (uint256 i = 2; i < 260; ++i) {
            string memory uri = vm.toString(i);
            token.setContractURI(uri);
            assertEq(token.contractURI(), uri, "as set");
            assertEq(token.name(), "ADA", "the name stays");
        }
        vm.stopPrank();
        (, string memory name,,,,,) = token.eip712Domain();
        assertEq(name, "ADA", "and so does the signing domain");
    }
}
