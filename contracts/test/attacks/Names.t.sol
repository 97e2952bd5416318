// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {ITextErrors} from "../../src/interfaces/ITextErrors.sol";
import {Founder} from "../../src/types/EquityTypes.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Attacks by names that look like other names, or break what shows them.
contract NamesAttacksTest is WeftTest {
    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    /// @dev Neither a person nor a network can take this as its name or symbol.
    function _assertRefused(string memory text, bytes memory refusal) private {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(token, ada, 1e18, ONE_TO_ONE);
        uint64 ends = uint64(block.timestamp + 1 days);
        vm.startPrank(ben);
        vm.expectRevert(refusal);
        registry.launch(text, "BEN", MILLION, URI, true);
        vm.expectRevert(refusal);
        registry.launch("Ben", text, MILLION, URI, true);
        vm.expectRevert(refusal);
        registry.form(text, "NET", URI, founders, ends, _settings());
        vm.expectRevert(refusal);
        registry.form("Net", text, URI, founders, ends, _settings());
        vm.stopPrank();
    }

    function _assertCharacterRefused(bytes memory character, uint256 codePoint) private {
        bytes memory refusal = abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 1, codePoint);
        _assertRefused(string(bytes.concat("A", character, "B")), refusal);
    }

    /// @dev To end a line, ring a bell, or hide the rest of a name.
    function test_Attack_ControlCharacters() external {
        uint8[7] memory controls = [0x00, 0x07, 0x08, 0x0a, 0x0d, 0x1b, 0x7f];
        for (uint256 i = 0; i < controls.length; ++i) {
            _assertCharacterRefused(abi.encodePacked(controls[i]), controls[i]);
        }
        _assertCharacterRefused(hex"c285", 0x85);
    }

    /// @dev To have a name read from right to left, or turned within an amount beside it.
    function test_Attack_DirectionCharacters() external {
        _assertCharacterRefused(hex"e2808e", 0x200e);
        _assertCharacterRefused(hex"e2808f", 0x200f);
        _assertCharacterRefused(hex"e280aa", 0x202a);
        _assertCharacterRefused(hex"e280ab", 0x202b);
        _assertCharacterRefused(hex"e280ad", 0x202d);
        _assertCharacterRefused(hex"e280ae", 0x202e);
        _assertCharacterRefused(hex"e281a6", 0x2066);
        _assertCharacterRefused(hex"e281a7", 0x2067);
        _assertCharacterRefused(hex"e281a9", 0x2069);
        _assertCharacterRefused(hex"d89c", 0x61c);
    }

    /// @dev To have two names that look the same: by what leaves no mark.
    function test_Attack_InvisibleCharacters() external {
        _assertCharacterRefused(hex"c2a0", 0xa0);
        _assertCharacterRefused(hex"c2ad", 0xad);
        _assertCharacterRefused(hex"e2808b", 0x200b);
        _assertCharacterRefused(hex"e2808d", 0x200d);
        _assertCharacterRefused(hex"e281a0", 0x2060);
        _assertCharacterRefused(hex"e385a4", 0x3164);
        _assertCharacterRefused(hex"efbbbf", 0xfeff);
        _assertCharacterRefused(hex"efb88f", 0xfe0f);
        _assertCharacterRefused(hex"f3a08081", 0xe0001);
    }

    /// @dev To have two names that look the same: by spaces that pages leave out.
    function test_Attack_Spaces() external {
        _assertRefused(" A", abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 0, 0x20));
        _assertRefused("A ", abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 1, 0x20));
        _assertRefused("A  B", abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 2, 0x20));
        _assertRefused(" ", abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 0, 0x20));
    }

    /// @dev To pass a refused character in another spelling of it, or break who reads the text.
    function test_Attack_BrokenUtf8() external {
        bytes[6] memory broken = [
            bytes(hex"c08a"), // a line's end in two bytes
            hex"e0808a", // and in three
            hex"eda080", // half of a pair
            hex"f4908080", // beyond the last character
            hex"ff",
            hex"80"
        ];
        for (uint256 i = 0; i < broken.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(ITextErrors.TextNotUtf8.selector, 1);
            _assertRefused(string(bytes.concat("A", broken[i])), refusal);
        }
        _assertRefused(string(bytes(hex"41e280")), abi.encodeWithSelector(ITextErrors.TextNotUtf8.selector, 1));
    }

    /// @dev To have no name, or one that fills a page.
    function test_Attack_LengthOfNames() external {
        _assertRefused("", abi.encodeWithSelector(ITextErrors.TextEmpty.selector));
        vm.startPrank(ben);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 65, 64));
        registry.launch(_text(65), "BEN", MILLION, URI, true);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 17, 16));
        registry.launch("Ben", _text(17), MILLION, URI, true);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 8193, 8192));
        registry.launch("Ben", "BEN", MILLION, _text(8193), true);
        vm.stopPrank();
    }

    /// @dev To flood the record with texts of any length.
    function test_Attack_LengthOfOtherTexts() external {
        bytes memory refusal = abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 1025, 1024);
        string memory text = _text(1025);
        vm.startPrank(ada);
        vm.expectRevert(refusal);
        token.realize{value: 1}(1, 0, text);
        vm.expectRevert(refusal);
        token.distribute{value: 1}(1, text);
        token.realize{value: 1}(1, 0, "");
        vm.expectRevert(refusal);
        token.dispute(0, text);
        vm.stopPrank();
    }
}
