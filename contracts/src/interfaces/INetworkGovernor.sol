// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What a network's governor has beside OpenZeppelin's IGovernor
/// @notice OpenZeppelin's governor, with votes from the network's shares, counted for, against and abstaining. It can do
/// nothing but create and cancel the network's terms, set its metadata, and change its own settings within bounds.
interface INetworkGovernor {
    /// @notice Only the registry may initialise a governor.
    error OnlyRegistry(address caller);

    /// @notice Days can be shorter than 86,400 seconds on local chains only, and never none.
    error DayOutOfRange(uint256 secondsPerDay);

    /// @notice Nobody can propose while founders can still stake; nor, if the founding failed, in the 14 days after, when
    /// they can take their stakes back in any case (the network's TakeBackOpen).
    error FoundingIsOpen();

    /// @notice No vote can make this call: neither terms, nor metadata, nor settings.
    error CallNotAllowed(address target, uint256 value, bytes4 selector);

    /// @notice Who proposes terms is their sponsor.
    error SponsorNotProposer(address sponsor, address proposer);

    /// @notice A governor has no use for the native coin.
    error CoinNotAccepted(uint256 value);

    /// @notice A setting is outside its bounds: seconds, wei of shares, or percent.
    error SettingOutOfRange(bytes32 setting, uint256 value, uint256 minimum, uint256 maximum);

    /// @notice The registry that made this governor.
    function registry() external view returns (address);

    /// @notice What delays and periods count in: 86,400 but for local chains.
    function secondsPerDay() external view returns (uint256);

    /// @notice Whether there was ever a proposal.
    function hasProposed() external view returns (bool);
}
