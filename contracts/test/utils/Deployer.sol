// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {EquityRegistry} from "../../src/EquityRegistry.sol";
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
    }

    /// @param deployer The contract that calls this, whose nonce tells the registry's address.
    function deploy(address deployer, address currency) internal returns (Protocol memory protocol) {
        address registry = VM.computeCreateAddress(deployer, VM.getNonce(deployer) + 2);
        protocol.personalImplementation = new PersonalToken(registry, currency);
        protocol.networkImplementation = new NetworkToken(registry, currency);
        protocol.registry = new EquityRegistry(
            currency, address(protocol.personalImplementation), address(protocol.networkImplementation)
        );
        protocol.settlement = new Settlement(registry);
    }
}
