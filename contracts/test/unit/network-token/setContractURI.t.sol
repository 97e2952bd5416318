// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract SetContractURITest is GovernedTest {
    uint256 private constant MAX_CONTRACT_URI = 8192;

    function _assertSet(string memory uri) private {
        vm.expectEmit(address(network));
        emit IEquityToken.ContractURIUpdated();
        vm.expectEmit(address(network));
        emit IEquityToken.ContractURISet(uri);
        vm.prank(address(governor));
        network.setContractURI(uri);
        _assertTexts(uri);
    }

    function _assertTexts(string memory uri) private view {
        assertEq(network.contractURI(), uri, "metadata");
        assertEq(network.name(), "Trio", "name");
        assertEq(network.symbol(), "TRIO", "symbol");
    }

    function test_RevertWhen_TheCallerIsNotTheGovernor() external {
        address[3] memory callers = [ada, address(network), address(registry)];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.prank(callers[i]);
            vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.OnlyGovernor.selector, callers[i]));
            network.setContractURI("ipfs://new");
        }
        _assertTexts(URI);
    }

    function test_RevertWhen_TheTextIsTooLong() external {
        vm.prank(address(governor));
        vm.expectRevert(
            abi.encodeWithSelector(ITextErrors.TextTooLong.selector, MAX_CONTRACT_URI + 1, MAX_CONTRACT_URI)
        );
        network.setContractURI(_text(MAX_CONTRACT_URI + 1));
    }

    function test_SetContractURI_ByVote() external {
        _pass(address(network), abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new")));
        _assertTexts("ipfs://new");
    }

    function test_SetContractURI_Again() external {
        _assertSet("ipfs://first");
        _assertSet("");
        _assertSet(_text(MAX_CONTRACT_URI));
        _assertSet(unicode"ipfs://späte Änderung");
    }
}
