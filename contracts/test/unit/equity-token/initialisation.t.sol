// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Initializable} from "@openzeppelin/contracts-upgradeable/proxy/utils/Initializable.sol";
import {NetworkAdmission} from "../../../src/NetworkAdmission.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder, NetworkSetup} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

/// @notice Whoever could make a token a second time, or an implementation one, could take it over.
contract InitialisationTest is WeftTest {
    PersonalToken private token;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, 100_000e18);
    }

    function test_RevertWhen_PersonalTokenImplementationIsInitialised() external {
        address implementation = registry.personalTokenImplementation();
        _expectRefused(address(registry), IEquityToken.AlreadyInitialized.selector);
        _initializePersonal(implementation);
        assertEq(PersonalToken(payable(implementation)).name(), "", "it has no name");
        assertEq(PersonalToken(payable(implementation)).person(), address(0), "and no person");
    }

    function test_RevertWhen_NetworkTokenImplementationIsInitialised() external {
        address implementation = registry.networkTokenImplementation();
        _expectRefused(address(registry), IEquityToken.AlreadyInitialized.selector);
        _initializeNetwork(implementation);
        assertEq(INetworkToken(implementation).name(), "", "it has no name");
        assertEq(INetworkToken(implementation).governor(), address(0), "and no governor");
    }

    function test_RevertWhen_AdmissionIsInitialised() external {
        address admission = INetworkShares(registry.networkTokenImplementation()).admission();
        _expectRefused(address(registry), IEquityToken.AlreadyInitialized.selector);
        _initializeNetwork(admission);
    }

    function test_RevertWhen_GovernorImplementationIsInitialised() external {
        address implementation = registry.governorImplementation();
        _expectRefused(address(registry), Initializable.InvalidInitialization.selector);
        _initializeGovernor(implementation);
    }

    function test_RevertWhen_PersonalTokenIsInitialisedTwice() external {
        _expectRefused(address(registry), IEquityToken.AlreadyInitialized.selector);
        _initializePersonal(address(token));
        assertEq(token.person(), ada, "the person stays");
        assertEq(token.totalSupply(), MILLION, "and the supply");
    }

    function test_RevertWhen_NetworkIsInitialisedTwice() external {
        address governor = network.governor();
        _expectRefused(address(registry), IEquityToken.AlreadyInitialized.selector);
        _initializeNetwork(address(network));
        assertEq(network.governor(), governor, "the governor stays");
        assertEq(network.termsCount(), 1, "and the terms");
    }

    function test_RevertWhen_GovernorIsInitialisedTwice() external {
        address governor = network.governor();
        _expectRefused(address(registry), Initializable.InvalidInitialization.selector);
        _initializeGovernor(governor);
    }

    function test_RevertWhen_SomebodyElseInitialisesACloneOfTheirOwn() external {
        address fake = Clones.clone(registry.personalTokenImplementation());
        _expectRefused(dora, abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, dora));
        _initializePersonal(fake);
        fake = Clones.clone(registry.networkTokenImplementation());
        _expectRefused(dora, abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, dora));
        _initializeNetwork(fake);
        fake = Clones.clone(registry.governorImplementation());
        _expectRefused(dora, abi.encodeWithSelector(INetworkGovernor.OnlyRegistry.selector, dora));
        _initializeGovernor(fake);
    }

    function test_RevertWhen_SomebodyElseInitialisesAToken() external {
        _expectRefused(ada, abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, ada));
        _initializePersonal(address(token));
        _expectRefused(ada, abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, ada));
        _initializeNetwork(address(network));
    }

    function _expectRefused(address caller, bytes4 reason) private {
        _expectRefused(caller, abi.encodePacked(reason));
    }

    function _expectRefused(address caller, bytes memory reason) private {
        vm.prank(caller);
        vm.expectRevert(reason);
    }

    function _initializePersonal(address at) private {
        PersonalToken(payable(at)).initialize(dora, "Dora", "DORA", MILLION, "", true);
    }

    function _initializeNetwork(address at) private {
        NetworkSetup memory setup;
        (setup.name, setup.symbol) = ("Dora", "DORA");
        setup.founders = new Founder[](1);
        setup.founders[0] = _founder(token, dora, 100_000e18, ONE_TO_ONE);
        setup.foundingEnds = uint64(block.timestamp + 1 days);
        NetworkAdmission(at).initialize(dora, setup);
    }

    function _initializeGovernor(address at) private {
        NetworkGovernor(payable(at)).initialize(address(network), _settings());
    }
}
