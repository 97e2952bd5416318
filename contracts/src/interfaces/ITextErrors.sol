// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What can be wrong with a name, a symbol or another text
interface ITextErrors {
    /// @notice A name or symbol is empty.
    error TextEmpty();

    /// @notice A text is longer than allowed; both in bytes.
    error TextTooLong(uint256 length, uint256 limit);

    /// @notice A name or symbol is not well-formed UTF-8 at byte `position`.
    error TextNotUtf8(uint256 position);

    /// @notice A name or symbol has a control, direction or invisible character, or a space that is not seen, at byte
    /// `position`.
    error TextCharacterRefused(uint256 position, uint256 codePoint);
}
