// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {TextRules} from "../../../src/libraries/TextRules.sol";

contract TextRulesTest is Test {
    function requireBounded(string calldata text, uint256 limit) external pure {
        TextRules.requireBounded(text, limit);
    }

    function requireLabel(string calldata text, uint256 limit) external pure {
        TextRules.requireLabel(text, limit);
    }

    function testFuzz_RevertWhen_BoundedTextIsTooLong(string calldata text, uint256 limit) external {
        vm.assume(bytes(text).length != 0);
        limit = bound(limit, 0, bytes(text).length - 1);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, bytes(text).length, limit));
        this.requireBounded(text, limit);
    }

    function testFuzz_BoundedText_MayHaveAnyBytes(bytes calldata text) external view {
        this.requireBounded(string(text), text.length);
    }

    function test_RevertWhen_LabelIsEmpty() external {
        vm.expectRevert(ITextErrors.TextEmpty.selector);
        this.requireLabel("", 64);
    }

    function test_RevertWhen_LabelIsTooLong() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 4, 3));
        this.requireLabel("abcd", 3);
    }

    function test_RevertWhen_LabelIsNotUtf8() external {
        _expectNotUtf8(hex"80", 0); // a continuation without a lead
        _expectNotUtf8(hex"61c3", 1); // cut off
        _expectNotUtf8(hex"c328", 1); // lead without continuation
        _expectNotUtf8(hex"c080", 0); // NUL in a longer form
        _expectNotUtf8(hex"e08080", 0);
        _expectNotUtf8(hex"f0808080", 0);
        _expectNotUtf8(hex"eda080", 0); // surrogate
        _expectNotUtf8(hex"edbfbf", 0);
        _expectNotUtf8(hex"f4908080", 0); // above U+10FFFF
        _expectNotUtf8(hex"f8888080", 0); // five-byte lead
        _expectNotUtf8(hex"ff", 0);
    }

    function test_RevertWhen_LabelHasAControl() external {
        for (uint256 code = 0; code < 0x20; ++code) {
            _expectRefused(abi.encodePacked("a", uint8(code)), 1, code);
        }
        for (uint256 code = 0x7f; code < 0x80; ++code) {
            _expectRefused(abi.encodePacked("a", uint8(code)), 1, code);
        }
        for (uint256 code = 0x80; code < 0xa0; ++code) {
            _expectRefused(abi.encodePacked("a", hex"c2", uint8(code)), 1, code);
        }
    }

    function test_RevertWhen_LabelChangesDirection() external {
        _expectRefused(hex"d89c", 0, 0x61c);
        _expectRefused(hex"e2808e", 0, 0x200e);
        _expectRefused(hex"e2808f", 0, 0x200f);
        for (uint256 code = 0x202a; code <= 0x202e; ++code) {
            _expectRefused(abi.encodePacked("Ada", hex"e280", uint8(0x80 + (code & 0x3f))), 3, code);
        }
        for (uint256 code = 0x2066; code <= 0x2069; ++code) {
            _expectRefused(abi.encodePacked("Ada", hex"e281", uint8(0x80 + (code & 0x3f))), 3, code);
        }
    }

    function test_RevertWhen_LabelHasAnInvisibleCharacter() external {
        _expectRefused(hex"c2ad", 0, 0xad);
        _expectRefused(hex"e1a08e", 0, 0x180e);
        _expectRefused(hex"e2808b", 0, 0x200b);
        _expectRefused(hex"e280a8", 0, 0x2028);
        _expectRefused(hex"e280a9", 0, 0x2029);
        _expectRefused(hex"e281a0", 0, 0x2060);
        _expectRefused(hex"efbbbf", 0, 0xfeff);
        _expectRefused(hex"f3a08081", 0, 0xe0001);
    }

    /// @dev The ends of each range, three bytes a character, and then what is next to them.
    function test_RevertWhen_LabelHasABlankCharacter() external {
        bytes memory refused = hex"0000a00000ad00034f00061c00115f0011600016800017b40017b500180b"
            hex"00180e00180f00200000200b00200e00200f00202800202f00205f00206f"
            hex"00280000300000316400fe0000fe0d00feff00ffa000fff000fffc01bca0"
            hex"01bca301d17301d17a0e00000e007f0e00800e01000e01ef0e0fff";
        for (uint256 i = 0; i < refused.length; i += 3) {
            _expectRefused(abi.encodePacked("Ada", _encode(_codeAt(refused, i))), 3, _codeAt(refused, i));
        }
        bytes memory taken = hex"0000a10000ac0000ae00034e00035000115e00116100167f0016810017b3"
            hex"0017b600180a00181000200c00200d00201000202700203000205e002070"
            hex"0027ff002801002fff00300100316300316500fdff00fe0e00fe1000fe0f"
            hex"00ffef00fffd01bc9f01bca401d17201d17b0dffff0e1000";
        for (uint256 i = 0; i < taken.length; i += 3) {
            this.requireLabel(string(abi.encodePacked(unicode"Zoë", _encode(_codeAt(taken, i)))), 64);
        }
    }

    /// @dev In emoji and some scripts they matter; alone, or in ASCII, nobody sees them.
    function test_RevertWhen_LabelHasAJoinerThatIsNotSeen() external {
        bytes memory joiners = hex"00200c00200d00fe0e00fe0f";
        for (uint256 i = 0; i < joiners.length; i += 3) {
            uint256 code = _codeAt(joiners, i);
            _expectRefused(_encode(code), 0, code);
            _expectRefused(abi.encodePacked("A", _encode(code), "da"), 1, code);
            _expectRefused(abi.encodePacked("Ada ", _encode(code), "x"), 4, code);
        }
    }

    /// @dev Pages show none of these spaces, so that the name would look like another, or like none.
    function test_RevertWhen_LabelHasASpaceThatIsNotSeen() external {
        _expectRefused(" ", 0, 0x20);
        _expectRefused(" Ada", 0, 0x20);
        _expectRefused("Ada ", 3, 0x20);
        _expectRefused("Ada  Okafor", 4, 0x20);
        _expectRefused(unicode"é ", 2, 0x20);
    }

    function test_Label_MayBeInAnyScript() external view {
        string[8] memory labels = [
            "Ada Okafor",
            unicode"Łukasz Żółć",
            unicode"李小龍",
            unicode"محمد علي",
            unicode"יעל",
            unicode"नमस्ते",
            unicode"Weft 🧶",
            "~!@#$%^&*()_+{}|:<>?`-=[];',./"
        ];
        for (uint256 i = 0; i < labels.length; ++i) {
            this.requireLabel(labels[i], 64);
        }
        // A family: emoji held together by zero-width joiners.
        this.requireLabel(string(hex"f09f91a9e2808df09f91a7"), 64);
        // The ends of every length of encoding.
        this.requireLabel(string(hex"21"), 64);
        this.requireLabel(string(hex"7e"), 64);
        this.requireLabel(string(hex"c2a1"), 64);
        this.requireLabel(string(hex"dfbf"), 64);
        this.requireLabel(string(hex"e0a080"), 64);
        this.requireLabel(string(hex"efbfbd"), 64);
        this.requireLabel(string(hex"f0908080"), 64);
        this.requireLabel(string(hex"f48fbfbf"), 64);
    }

    function testFuzz_Label_OfPrintableAsciiPasses(bytes calldata raw) external view {
        vm.assume(raw.length != 0);
        bytes memory text = raw;
        for (uint256 i = 0; i < text.length; ++i) {
            text[i] = bytes1(uint8(0x21 + uint8(text[i]) % 0x5e));
        }
        this.requireLabel(string(text), text.length);
    }

    function _codeAt(bytes memory codes, uint256 at) private pure returns (uint256) {
        return uint256(uint8(codes[at])) << 16 | uint256(uint8(codes[at + 1])) << 8 | uint8(codes[at + 2]);
    }

    /// @dev UTF-8 of a character above U+007F.
    function _encode(uint256 code) private pure returns (bytes memory) {
        bytes1 last = bytes1(uint8(0x80 | (code & 0x3f)));
        if (code < 0x800) return abi.encodePacked(uint8(0xc0 | (code >> 6)), last);
        bytes1 third = bytes1(uint8(0x80 | ((code >> 6) & 0x3f)));
        if (code < 0x10000) return abi.encodePacked(uint8(0xe0 | (code >> 12)), third, last);
        return abi.encodePacked(uint8(0xf0 | (code >> 18)), uint8(0x80 | ((code >> 12) & 0x3f)), third, last);
    }

    function _expectNotUtf8(bytes memory text, uint256 position) private {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextNotUtf8.selector, position));
        this.requireLabel(string(text), 64);
    }

    function _expectRefused(bytes memory text, uint256 position, uint256 codePoint) private {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, position, codePoint));
        this.requireLabel(string(text), 64);
    }
}
