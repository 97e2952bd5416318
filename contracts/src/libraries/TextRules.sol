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

    uint256 private constant SPACE = 0x20;
    uint256 private constant DELETE = 0x7f;

    /// @notice Requires at most `limit` bytes.
    function requireBounded(string calldata text, uint256 limit) internal pure {
        uint256 length = bytes(text).length;
        if (length > limit) revert ITextErrors.TextTooLong({length: length, limit: limit});
    }

    /// @notice Requires 1 to `limit` bytes of well-formed UTF-8 without control, direction or invisible characters, and
    /// without spaces that pages leave out: at either end, or beside another.
    /// @dev What is all ASCII is what it looks like. Letters of other scripts may look like it: only addresses tell
    /// tokens apart for certain.
    function requireLabel(string calldata text, uint256 limit) internal pure {
        requireBounded(text, limit);
        bytes calldata raw = bytes(text);
        if (raw.length == 0) revert ITextErrors.TextEmpty();
        uint256 position = 0;
        uint256 previous = SPACE;
        while (position < raw.length) {
            uint256 codePoint = uint8(raw[position]);
            uint256 size = 1;
            // Printable ASCII, which most names are made of, needs no look at the rest.
            if (codePoint <= SPACE || codePoint >= DELETE) {
                (codePoint, size) = _decode(raw, position);
                bool unseen = codePoint == SPACE
                    ? previous == SPACE || position + 1 == raw.length
                    : _isRefused(codePoint) || (previous < DELETE && _isJoiner(codePoint));
                if (unseen) revert ITextErrors.TextCharacterRefused({position: position, codePoint: codePoint});
            }
            (position, previous) = (position + size, codePoint);
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

    /// @dev Controls, direction marks, and what leaves no mark: Unicode's Default_Ignorable_Code_Point, white space but
    /// for the space itself, and the blank Braille pattern; RFC 5892 keeps ignorable characters out of domain names too.
    /// Joiners stay: emoji and several scripts need them.
    function _isRefused(uint256 codePoint) private pure returns (bool) {
        if (codePoint < DELETE) return codePoint < SPACE;
        if (codePoint < 0x2000) {
            return codePoint <= 0xa0 // delete, C1 controls, no-break space
                || codePoint == 0xad // soft hyphen
                || codePoint == 0x34f // combining grapheme joiner
                || codePoint == 0x61c // Arabic letter mark
                || codePoint == 0x115f || codePoint == 0x1160 // Hangul fillers
                || codePoint == 0x1680 // Ogham space, often without its line
                || codePoint == 0x17b4 || codePoint == 0x17b5 // Khmer inherent vowels
                || (codePoint >= 0x180b && codePoint <= 0x180f); // Mongolian selectors and vowel separator
        }
        return codePoint <= 0x200b // spaces of any width
            || codePoint == 0x200e || codePoint == 0x200f // left-to-right and right-to-left mark
            || (codePoint >= 0x2028 && codePoint <= 0x202f) // separators, embeddings, overrides, narrow no-break space
            || (codePoint >= 0x205f && codePoint <= 0x206f) // mathematical space, word joiner, isolates
            || codePoint == 0x2800 // blank Braille pattern
            || codePoint == 0x3000 // ideographic space
            || codePoint == 0x3164 || codePoint == 0xffa0 // Hangul fillers
            || (codePoint >= 0xfe00 && codePoint <= 0xfe0d) // variation selectors but for those of text and emoji
            || codePoint == 0xfeff // zero-width no-break space
            || (codePoint >= 0xfff0 && codePoint <= 0xfffc) // unassigned, annotations, object replacement
            || (codePoint >= 0x1bca0 && codePoint <= 0x1bca3) // shorthand format
            || (codePoint >= 0x1d173 && codePoint <= 0x1d17a) // musical format
            || (codePoint >= 0xe0000 && codePoint <= 0xe0fff); // tags, variation selectors
    }

    /// @dev Joiners and the selectors of text and emoji style. Behind ASCII they would change nothing that is
    /// seen.
    function _isJoiner(uint256 codePoint) private pure returns (bool) {
        return codePoint == 0x200c || codePoint == 0x200d || codePoint == 0xfe0e || codePoint == 0xfe0f;
    }
}
