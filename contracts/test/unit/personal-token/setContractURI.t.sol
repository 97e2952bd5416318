// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract SetContractURITest is WeftTest {
    /// @dev More than 127 and fewer than 256 creations, whose numbers are encoded otherwise than fewer.
    uint256 private constant TIMES = 130;

    /// @dev The most texts that a token can have had.
    uint64 private constant LAST_VERSION = type(uint16).max - 1;

    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    function _set(string memory uri) private {
        vm.prank(ada);
        token.setContractURI(uri);
    }

    function _assertTexts(string memory uri) private view {
        assertEq(token.contractURI(), uri, "metadata");
        assertEq(token.name(), "ADA", "name");
        assertEq(token.symbol(), "ADA", "symbol");
    }

    function testFuzz_RevertWhen_CallerIsNotThePerson(address caller) external {
        vm.assume(caller != ada);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        token.setContractURI("ipfs://other");
    }

    function test_RevertWhen_MetadataIsTooLong() external {
        string memory uri = _text(8193);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 8193, 8192));
        token.setContractURI(uri);
        _assertTexts(URI);
    }

    function testFuzz_SetContractURI(string calldata first, string calldata second) external {
        vm.assume(bytes(first).length <= 8192 && bytes(second).length <= 8192);
        bytes32 domain = token.DOMAIN_SEPARATOR();
        vm.expectEmit(address(token));
        emit IEquityToken.ContractURIUpdated();
        vm.expectEmit(address(token));
        emit IEquityToken.ContractURISet(first);
        _set(first);
        _assertTexts(first);
        _set(second);
        _assertTexts(second);
        assertEq(token.DOMAIN_SEPARATOR(), domain, "signatures stay good");
    }

    function test_SetContractURI_NoneAndMost() external {
        _set("");
        _assertTexts("");
        _set(_text(8192));
        _assertTexts(_text(8192));
        _set("ipfs://short");
        _assertTexts("ipfs://short");
    }

    function test_SetContractURI_ManyTimes() external {
        for (uint256 i = 0; i < TIMES; ++i) {
            string memory uri = string.concat("ipfs://", vm.toString(i));
            _set(uri);
            _assertTexts(uri);
        }
    }

    /// @dev As if it had been set almost as often as can be: texts are where the token's nth creation is.
    function test_RevertWhen_SetAsOftenAsCanBe() external {
        address first = vm.computeCreateAddress(address(token), 1);
        vm.etch(vm.computeCreateAddress(address(token), LAST_VERSION - 1), first.code);
        vm.setNonce(address(token), LAST_VERSION);
        _writeVersion(LAST_VERSION - 1);
        _assertTexts(URI);

        _set("ipfs://last");
        _assertTexts("ipfs://last");
        vm.prank(ada);
        vm.expectRevert(IEquityToken.MetadataFinal.selector);
        token.setContractURI("ipfs://more");
        _assertTexts("ipfs://last");
    }

    /// @dev Overwrites the number of the token's texts, wherever it is stored.
    function _writeVersion(uint64 version) private {
        for (uint256 slot = 0; slot < 16; ++slot) {
            bytes32 before = vm.load(address(token), bytes32(slot));
            for (uint256 shift = 0; shift < 256; shift += 16) {
                uint256 mask = uint256(type(uint16).max) << shift;
                if (uint256(before) & mask != uint256(1) << shift) continue;
                vm.store(
                    address(token), bytes32(slot), bytes32((uint256(before) & ~mask) | (uint256(version) << shift))
                );
                if (keccak256(bytes(token.name())) == keccak256("ADA")) return;
                vm.store(address(token), bytes32(slot), before);
            }
        }
        revert("no version found");
    }
}
