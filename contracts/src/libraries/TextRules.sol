// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITextErrors} from "../interfaces/ITextErrors.sol";

/// @title Bounds on the texts that people give, and the characters that names may have
library TextRules {
    uint256 internal constant MAX_NAME = 64;
    uint256 internal constant MAX_SYMBOL = 16;
    /// @dev Evidence and notes.
    uint256 internal constant MAX_TEXT = 1024;
    /// @dev Metadata may carry a small picture in a `data:` URI.
    uint256 internal constant MAX_CONTRACT_URI = 8192;

    /// @notice Requires at most `limit` bytes.
    function requireBounded(string calldata text, uint256 limit) internal pure {
        uint256 length = bytes(text).length;
        if (length > limit) revert ITextErrors.TextTooLong({length: length, limit: limit});
    }

    /// @notice Requires 1 to `limit` bytes of well-formed UTF-8 whose characters are what they look like.
    function requireLabel(string calldata text, uint256 limit) internal pure {
        requireBounded(text, limit);
        bytes calldata raw = bytes(text);
        if (raw.length == 0) revert ITextErrors.TextEmpty();
        uint256 position = 0;
        while (position < raw.length) {
            (uint256 codePoint, uint256 size) = _decode(raw, position);
            if (_isRefused(codePoint)) {
                revert ITextErrors.TextCharacterRefused({position: position, codePoint: codePoint});
            }
            position += size;
        }
    }

    /// @dev One character by RFC 3629, section 4: shortest form, no surrogates, at most U+10FFFF.
    function _decode(bytes calldata raw, uint256 position) private pure returns (uint256 codePoint, uint256 size) {
        uint256 lead = uint8(raw[position]);
        if (lead < 0x80) return (lead, 1);

        uint256 smallest;
        if (lead & 0xe0 == 0xc0) (codePoint, size, smallest) = (lead & 0x1f, 2, 0x80);
        else if (lead & 0xf0 == 0xe0) (codePoint, size, smallest) = (lead & 0x0f, 3, 0x800);
        else if (lead & 0xf8 == 0xf0) (codePoint, size, smallest) = (lead & 0x07, 4, 0x10000);
        else revert ITextErrors.TextNotUtf8(position);

        if (position + size > raw.length) revert ITextErrors.TextNotUtf8(position);
        for (uint256 i = 1; i < size; ++i) {
            uint256 next = uint8(raw[position + i]);
            if (next & 0xc0 != 0x80) revert ITextErrors.TextNotUtf8(position + i);
            codePoint = (codePoint << 6) | (next & 0x3f);
        }
        bool surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        if (codePoint < smallest || codePoint > 0x10ffff || surrogate) revert ITextErrors.TextNotUtf8(position);
    }

    /// @dev Controls, line and paragraph separators, direction marks (Unicode's Bidi_Control), invisible joiners and
    /// spaces that make two names look alike. The zero-width joiner stays: emoji need it.
    function _isRefused(uint256 codePoint) private pure returns (bool) {
        if (codePoint < 0x20) return true;
        if (codePoint < 0x7f) return false;
        return codePoint <= 0x9f // delete and C1 controls
            || codePoint == 0xad // soft hyphen
            || codePoint == 0x61c // Arabic letter mark
            || codePoint == 0x180e // Mongolian vowel separator
            || codePoint == 0x200b // zero-width space
            || codePoint == 0x200e || codePoint == 0x200f // left-to-right and right-to-left mark
            || (codePoint >= 0x2028 && codePoint <= 0x202e) // separators, embeddings, overrides
            || (codePoint >= 0x2060 && codePoint <= 0x206f) // word joiner, isolates, deprecated format characters
            || codePoint == 0xfeff // zero-width no-break space
            || (codePoint >= 0xe0000 && codePoint <= 0xe007f); // tags
    }
}
