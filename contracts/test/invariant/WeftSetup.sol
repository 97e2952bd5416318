// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {Deployer} from "../utils/Deployer.sol";
import {WeftHandler} from "./handlers/WeftHandler.sol";

/// @notice Where random histories start: eight personal tokens and four networks, of which one still lacks a founder.
abstract contract WeftSetup is Test {
    string private constant FACTORY =
        "node_modules/@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";
    uint256 private constant PERSONAL_TOKENS = 8;
    uint256 private constant NETWORKS = 4;
    uint256 private constant FOUNDERS = 3;
    /// @dev A draw that starts with the first network, and has persons approve it.
    uint256 private constant LET_IN = 4096;

    WeftHandler internal handler;

    function setUp() public {
        vm.warp(1_800_000_000);
        Deployer.Protocol memory protocol = Deployer.deploy(address(this), address(0), deployCode(FACTORY));
        handler = new WeftHandler(protocol.registry, protocol.settlement);
        for (uint256 i = 0; i < PERSONAL_TOKENS; ++i) {
            handler.launch(i, 1_000_000e18, i % 3 != 2);
        }
        for (uint256 i = 0; handler.tokenCount() < PERSONAL_TOKENS + NETWORKS; ++i) {
            handler.form(i, FOUNDERS - 1);
        }
        for (uint256 i = 1; i < NETWORKS * FOUNDERS; ++i) {
            handler.stake(LET_IN, 0, i % 2);
        }
        targetContract(address(handler));
    }
}
