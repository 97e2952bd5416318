// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {TokenKind} from "../../src/types/EquityTypes.sol";
import {PoolUser} from "../mocks/PoolUser.sol";
import {PoolTest} from "../utils/PoolTest.sol";

/// @notice Gas of whole transactions that persons do seldom, and of pools.
/// forge-config: default.isolate = true
contract GasOfPersonsTest is PoolTest {
    string private constant URI_OF_64_BYTES = "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbz";

    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    function test_Gas_issue() external {
        vm.startPrank(ada);
        token.issue(ada, 1e18);
        vm.snapshotGasLastCall("person", "issue, existing holder");
        token.realize{value: 1 ether}(1 ether, 30 days, URI_OF_64_BYTES);
        skip(1 days);
        token.issue(ada, 1e18);
        vm.snapshotGasLastCall("person", "issue, and finish a stream");
        vm.stopPrank();
    }

    function test_Gas_record() external {
        vm.startPrank(ada);
        token.realize{value: 1 ether}(1 ether, 0, URI_OF_64_BYTES);
        token.dispute(0, URI_OF_64_BYTES);
        vm.snapshotGasLastCall("person", "dispute");
        token.setContractURI(URI_OF_64_BYTES);
        vm.snapshotGasLastCall("person", "setContractURI, 64 bytes");
        vm.stopPrank();
    }

    function test_Gas_handOver() external {
        vm.prank(ada);
        token.transferPerson(dora);
        vm.snapshotGasLastCall("person", "transferPerson");
        vm.prank(dora);
        token.acceptPerson(MILLION);
        vm.snapshotGasLastCall("person", "acceptPerson");
    }

    function test_Gas_treasury() external {
        PersonalToken other = _launch(ben, "BEN");
        INetworkToken network = _formWith(token, ada, 1e18);
        _stake(network, 0, token, ada, 1e18, address(token));
        vm.startPrank(ada);
        token.allowDeposit(address(other));
        vm.snapshotGasLastCall("person", "allowDeposit");
        token.delegateVotes(address(network), ben);
        vm.snapshotGasLastCall("person", "delegateVotes");
        vm.stopPrank();
        vm.prank(ben);
        other.transfer(address(token), 1e18);
        vm.snapshotGasLastCall("transfer", "personal, first deposit into a treasury");
    }

    function test_Gas_pools() external {
        IUniswapV3Pool pool = _createPool(address(token));
        PoolUser user = _provide(pool, address(token), ada, 1000e18);
        _realize(token, ada, 1 ether);
        token.exclude(address(pool));
        vm.snapshotGasLastCall("pool", "exclude, with income accrued");
        user.sell(address(quote), 1e18);
        vm.snapshotGasLastCall("pool", "buy shares at a Uniswap v3 pool");
        vm.prank(ada);
        token.realize{value: 1 ether}(1 ether, 30 days, URI_OF_64_BYTES);
        vm.snapshotGasLastCall("income", "realize as a stream, first, with an excluded pool");
    }

    function test_Gas_reclassify() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        vm.prank(ada);
        token.transfer(future, 1e18);
        _formWith(token, ada, 1e18);
        token.reclassify(future);
        vm.snapshotGasLastCall("person", "reclassify");
    }
}
