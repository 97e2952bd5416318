// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {Founder, Terms} from "../../src/types/EquityTypes.sol";
import {PoolTest} from "../utils/PoolTest.sol";

/// @notice Random graphs of personal tokens and networks that hold each other in circles. All balances are whole units, so
/// that the equations of a graph are in small whole numbers.
/// @dev Networks hold members' tokens and other networks, persons' treasuries hold networks and other persons' tokens, and
/// a pool may hold some of a token.
abstract contract GraphTest is PoolTest {
    uint256 internal constant UNIT = 1e18;
    uint256 private constant MOST_PERSONS = 4;
    uint256 private constant MOST_NETWORKS = 4;
    uint256 private constant LEAST_SUPPLY = 60;
    uint256 private constant MOST_SUPPLY = 240;
    /// @dev Of a token, what the first person stakes in one network at most, and what treasuries hold together: so that
    /// circles leak enough for a settlement of some hundred turns.
    uint256 private constant STAKE_PERCENT = 15;
    uint256 private constant HELD_PERCENT = 60;
    /// @dev Stakes are multiples of it, and rates of its inverse: so that whole units are minted.
    uint256 private constant STEP = 4;
    uint256 private constant MOST_RATE = 12;

    /// @dev Personal tokens first.
    IEquityToken[] internal tokens;
    uint256 internal persons;
    address[] internal wallets;

    uint256 private _state;

    function setUp() public virtual override {
        super.setUp();
        wallets = [ada, ben, cleo, dora, makeAddr("eve")];
    }

    /// @dev A number below `range`, by chance.
    function _draw(uint256 range) internal returns (uint256) {
        _state = uint256(keccak256(abi.encode(_state)));
        return _state % range;
    }

    function _buildGraph(uint256 seed) internal {
        _state = seed;
        persons = 2 + _draw(MOST_PERSONS - 1);
        for (uint256 p = 0; p < persons; ++p) {
            uint256 units = LEAST_SUPPLY + _draw(MOST_SUPPLY - LEAST_SUPPLY);
            tokens.push(_launch(wallets[p], vm.toString(p), units * UNIT, true));
        }
        uint256 networks = 1 + _draw(MOST_NETWORKS);
        for (uint256 k = 0; k < networks; ++k) {
            _foundNetwork();
        }
        if (networks > 1 && _draw(2) == 0) _closeNetworks();
        for (uint256 moves = _draw(8); moves > 0; --moves) {
            _deposit();
            _pass();
        }
        if (_draw(3) == 0) _pool();
    }

    // ------------------------------------------------------------------------------------------------------- stakes

    /// @dev Founded by some persons, and perhaps by somebody with shares of the network before.
    function _foundNetwork() private {
        Founder[] memory founders = new Founder[](persons + 1);
        uint256 count;
        for (uint256 p = 0; p < persons; ++p) {
            uint256 most = _room(tokens[p]);
            // The first person founds all of them, and so stakes little.
            if (p == 0) most = tokens[p].totalSupply() * STAKE_PERCENT / 100;
            if (most < STEP * UNIT || (p != 0 && _draw(3) == 0)) continue;
            founders[count++] = _drawFounder(tokens[p], wallets[p], most);
        }
        IEquityToken last = tokens[tokens.length - 1];
        address holder = _holderOf(last, STEP);
        uint256 room = _room(last);
        bool isNetwork = tokens.length > persons;
        if (isNetwork && holder != address(0) && room >= STEP * UNIT && _draw(2) == 0) {
            uint256 owned = last.balanceOf(holder) / 2;
            founders[count++] = _drawFounder(last, holder, owned < room ? owned : room);
        }
        assembly ("memory-safe") {
            mstore(founders, count)
        }
        INetworkToken network = _form(founders);
        for (uint256 i = 0; i < count; ++i) {
            _enter(network, i, founders[i].member, founders[i].account, founders[i].stake);
        }
        tokens.push(network);
    }

    /// @dev What treasuries may hold of it beside what they do.
    function _room(IEquityToken token) private view returns (uint256) {
        uint256 most = token.eligibleSupply() * HELD_PERCENT / 100;
        uint256 held = token.treasuryHeld();
        return most > held ? most - held : 0;
    }

    function _drawFounder(IEquityToken member, address account, uint256 most) private returns (Founder memory) {
        uint256 steps = most / (STEP * UNIT);
        uint256 stake = (1 + (steps == 0 ? 0 : _draw(steps))) * STEP * UNIT;
        return Founder({
            member: address(member),
            account: account,
            stake: stake,
            rate: (1 + _draw(MOST_RATE)) * 1e18 / STEP,
            maxMemberSupply: type(uint256).max
        });
    }

    function _enter(INetworkToken network, uint256 termsId, address member, address account, uint256 amount) private {
        address own = registry.personalTokenOf(account);
        address to = own != address(0) && _draw(2) == 0 ? own : account;
        vm.startPrank(account);
        IERC20(member).approve(address(network), amount);
        network.stake(termsId, amount, to, type(uint256).max);
        vm.stopPrank();
    }

    /// @dev The first network takes in shares of the last, which may hold shares of the first by some way.
    function _closeNetworks() private {
        INetworkToken network = INetworkToken(address(tokens[persons]));
        IEquityToken member = tokens[tokens.length - 1];
        address holder = _holderOf(member, STEP);
        if (holder == address(0) || _room(member) < STEP * UNIT) return;
        Terms memory terms;
        (terms.member, terms.account, terms.sponsor) = (address(member), holder, holder);
        terms.cap = STEP * UNIT;
        terms.rate = 1e18 / STEP;
        terms.maxMemberSupply = type(uint256).max;
        terms.expiry = uint64(block.timestamp + 3 days);
        vm.prank(network.governor());
        uint256 termsId = network.createTerms(terms);
        skip(2 days);
        _enter(network, termsId, address(member), holder, terms.cap);
    }

    // -------------------------------------------------------------------------------------------------------- moves

    /// @dev Some shares go into a person's treasury that asked for them.
    function _deposit() private {
        IEquityToken token = tokens[_draw(tokens.length)];
        uint256 person = _draw(persons);
        address holder = _holderOf(token, 2);
        uint256 room = _room(token) / UNIT;
        if (holder == address(0) || tokens[person] == token || room == 0) return;
        vm.prank(wallets[person]);
        PersonalToken(payable(address(tokens[person]))).allowDeposit(address(token));
        uint256 owned = token.balanceOf(holder) / UNIT / 2;
        _send(token, holder, address(tokens[person]), 1 + _draw(room < owned ? room : owned));
    }

    /// @dev Some shares go to somebody else.
    function _pass() private {
        IEquityToken token = tokens[_draw(tokens.length)];
        address holder = _holderOf(token, 2);
        if (holder == address(0)) return;
        uint256 owned = token.balanceOf(holder) / UNIT;
        _send(token, holder, wallets[_draw(wallets.length)], 1 + _draw(owned / 2));
    }

    /// @dev Some shares go to a pool that takes no part in income.
    function _pool() private {
        IEquityToken token = tokens[_draw(tokens.length)];
        address holder = _holderOf(token, 4);
        if (holder == address(0)) return;
        address pool = IUniswapV3Factory(poolFactory).createPool(address(token), address(quote), POOL_FEE);
        token.exclude(pool);
        _send(token, holder, pool, 1 + _draw(token.balanceOf(holder) / UNIT / 4));
    }

    function _send(IEquityToken token, address from, address to, uint256 units) private {
        vm.prank(from);
        require(token.transfer(to, units * UNIT), "not sent");
    }

    /// @dev A wallet that holds at least so many units; zero if none does.
    function _holderOf(IEquityToken token, uint256 units) private returns (address wallet) {
        uint256 start = _draw(wallets.length);
        for (uint256 i = 0; i < wallets.length; ++i) {
            wallet = wallets[(start + i) % wallets.length];
            if (token.balanceOf(wallet) >= units * UNIT) return wallet;
        }
        return address(0);
    }
}
