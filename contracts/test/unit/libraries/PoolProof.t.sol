// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {PoolProof} from "../../../src/libraries/PoolProof.sol";
import {LyingPool} from "../../mocks/LyingPool.sol";
import {Bomb, Mute, RefusingReceiver, Yes} from "../../mocks/Receivers.sol";

/// @notice Uses the library as a token does: by delegatecall, so that it is the token of the proof.
contract PoolProofHarness {
    function isPool(address factory, address pool) external view returns (bool) {
        return PoolProof.isPool(factory, pool);
    }
}

contract PoolProofTest is Test {
    uint24 private constant FEE = 3000;
    string private constant FACTORY =
        "node_modules/@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";

    PoolProofHarness private token;
    IUniswapV3Factory private factory;

    function setUp() external {
        token = new PoolProofHarness();
        factory = IUniswapV3Factory(deployCode(FACTORY));
    }

    function testFuzz_IsPool_TakesEveryPoolOfTheToken(address other, uint256 feeIndex) external {
        vm.assume(other != address(0) && other != address(token));
        uint24[3] memory fees = [uint24(500), 3000, 10000];
        address pool = factory.createPool(address(token), other, fees[bound(feeIndex, 0, 2)]);
        assertTrue(token.isPool(address(factory), pool), "a pool");
    }

    function test_IsPool_OnEitherSide() external {
        address lower = address(uint160(address(token)) - 1);
        address higher = address(uint160(address(token)) + 1);
        assertTrue(token.isPool(address(factory), factory.createPool(address(token), lower, FEE)), "the one");
        assertTrue(token.isPool(address(factory), factory.createPool(address(token), higher, FEE)), "the other");
    }

    function test_IsNone_WhenThereIsNoFactory() external {
        address pool = factory.createPool(address(token), address(1), FEE);
        _requireNone(address(0), pool);
    }

    function test_IsNone_WhenAddressHasNoCode() external {
        _requireNone(address(factory), makeAddr("nobody"));
        _requireNone(address(factory), address(0));
    }

    function test_IsNone_WhenContractDoesNotAnswer() external {
        _requireNone(address(factory), address(new Mute()));
        _requireNone(address(factory), address(new RefusingReceiver()));
        _requireNone(address(factory), address(new Bomb({fails: true})));
        _requireNone(address(factory), address(factory));
    }

    function test_IsNone_WhenContractAnswersSomethingElse() external {
        _requireNone(address(factory), address(new Yes()));
        _requireNone(address(factory), address(new Bomb({fails: false})));
    }

    function test_IsNone_WhenAnswerIsShorterThanAWord() external {
        address pool = factory.createPool(address(token), address(1), FEE);
        vm.mockCall(pool, abi.encodeWithSignature("fee()"), hex"000bb8");
        _requireNone(address(factory), pool);
    }

    function test_IsNone_WhenPoolIsOfOtherTokens() external {
        _requireNone(address(factory), factory.createPool(address(1), address(2), FEE));
    }

    function test_IsNone_WhenPoolIsOfAnotherFactory() external {
        address elsewhere = IUniswapV3Factory(deployCode(FACTORY)).createPool(address(token), address(1), FEE);
        _requireNone(address(factory), elsewhere);
    }

    function test_IsNone_WhenContractLies() external {
        LyingPool liar = new LyingPool(address(1), address(token), FEE);
        _requireNone(address(factory), address(liar));
        factory.createPool(address(token), address(1), FEE);
        _requireNone(address(factory), address(liar));
    }

    /// @dev A fee is read as 24 bits: what is above them leads to a real pool, which is not the contract that said it.
    function test_IsNone_WhenContractPointsAtARealPoolByALongerFee() external {
        factory.createPool(address(token), address(1), FEE);
        LyingPool liar = new LyingPool(address(1), address(token), (1 << 24) + FEE);
        _requireNone(address(factory), address(liar));
    }

    function _requireNone(address factory_, address pool) private view {
        assertFalse(token.isPool(factory_, pool), "no pool");
    }
}
