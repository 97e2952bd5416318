// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {EquityRegistry} from "../../src/EquityRegistry.sol";
import {NetworkAdmission} from "../../src/NetworkAdmission.sol";
import {NetworkGovernor} from "../../src/NetworkGovernor.sol";
import {NetworkToken} from "../../src/NetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {Settlement} from "../../src/Settlement.sol";

/// @notice Deploys the protocol as a deployer would: implementations first, for the registry's future address.
library Deployer {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    struct Protocol {
        EquityRegistry registry;
        Settlement settlement;
        PersonalToken personalImplementation;
        NetworkToken networkImplementation;
        NetworkAdmission admission;
        NetworkGovernor governorImplementation;
    }

    /// @param deployer The contract that calls this, whose nonce tells the registry's address.
    /// @param poolFactory Uniswap v3 factory; zero for none.
    function deploy(address deployer, address currency, address poolFactory)
        internal
        returns (Protocol memory protocol)
    {
        address registry = VM.computeCreateAddress(deployer, VM.getNonce(deployer) + 4);
        protocol.personalImplementation = new PersonalToken(registry, currency);
        protocol.admission = new NetworkAdmission(registry, 1 days);
        protocol.networkImplementation = new NetworkToken(registry, currency, address(protocol.admission));
        protocol.governorImplementation = new NetworkGovernor(registry, 1 days);
        protocol.registry = new EquityRegistry(
            currency,
            poolFactory,
            address(protocol.personalImplementation),
            address(protocol.networkImplementation),
            address(protocol.governorImplementation)
        );
        protocol.settlement = new Settlement(registry);
    }
}
