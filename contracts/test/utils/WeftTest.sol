// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {EquityRegistry} from "../../src/EquityRegistry.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {Settlement} from "../../src/Settlement.sol";
import {Founder, GovernanceSettings, Hop} from "../../src/types/EquityTypes.sol";
import {Deployer} from "./Deployer.sol";

/// @notice What every test starts from: the protocol on the native coin, and people who can act.
abstract contract WeftTest is Test {
    uint256 internal constant MILLION = 1_000_000e18;
    uint256 internal constant ONE_TO_ONE = 1e18;
    string internal constant URI = "data:application/json,{\"name\":\"Ada\",\"description\":\"Maker of looms\"}";

    EquityRegistry internal registry;
    /// @dev Uniswap v3 factory that the next {_deploy} fixes; none at first.
    address internal poolFactory;
    Settlement internal settlement;

    address internal ada;
    uint256 internal adaKey;
    address internal ben = makeAddr("ben");
    address internal cleo = makeAddr("cleo");
    address internal dora = makeAddr("dora");

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        (ada, adaKey) = makeAddrAndKey("ada");
        _deploy(address(0));
        vm.deal(ada, 1_000 ether);
        vm.deal(ben, 1_000 ether);
        vm.deal(cleo, 1_000 ether);
        vm.deal(dora, 1_000 ether);
    }

    function _deploy(address currency) internal {
        Deployer.Protocol memory protocol = Deployer.deploy(address(this), currency, poolFactory);
        registry = protocol.registry;
        settlement = protocol.settlement;
    }

    function _launch(address person, string memory symbol) internal returns (PersonalToken) {
        return _launch(person, symbol, MILLION, true);
    }

    function _launch(address person, string memory symbol, uint256 shares, bool open) internal returns (PersonalToken) {
        vm.prank(person);
        return PersonalToken(payable(registry.launch(symbol, symbol, shares, URI, open)));
    }

    function _founder(PersonalToken member, address account, uint256 stake, uint256 rate)
        internal
        pure
        returns (Founder memory)
    {
        return Founder({
            member: address(member), account: account, stake: stake, rate: rate, maxMemberSupply: type(uint256).max
        });
    }

    function _form(Founder[] memory founders) internal returns (INetworkToken) {
        (address network,) = registry.form("Trio", "TRIO", URI, founders, uint64(block.timestamp + 7 days), _settings());
        return INetworkToken(network);
    }

    /// @dev The quickest that votes can be.
    function _settings() internal pure returns (GovernanceSettings memory) {
        return
            GovernanceSettings({votingDelay: 1 days, votingPeriod: 3 days, proposalThreshold: 1e18, quorumPercent: 4});
    }

    /// @dev Forms a network with one founder, who has not staked yet.
    function _formWith(PersonalToken member, address account, uint256 stake) internal returns (INetworkToken) {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(member, account, stake, ONE_TO_ONE);
        return _form(founders);
    }

    function _stake(
        INetworkToken network,
        uint256 termsId,
        PersonalToken member,
        address account,
        uint256 amount,
        address to
    ) internal returns (uint256 shares) {
        vm.startPrank(account);
        member.approve(address(network), amount);
        shares = network.stake(termsId, amount, to, type(uint256).max);
        vm.stopPrank();
    }

    function _realize(PersonalToken token, address person, uint256 amount) internal {
        vm.prank(person);
        token.realize{value: amount}(amount, 0, "https://example.org/invoice/1");
    }

    function _hop(address holder, address source, uint256 repeats) internal pure returns (Hop memory) {
        return Hop({holder: holder, source: source, repeats: repeats});
    }

    /// @dev As many bytes of text.
    function _text(uint256 length) internal pure returns (string memory) {
        bytes memory text = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            text[i] = "x";
        }
        return string(text);
    }
}
